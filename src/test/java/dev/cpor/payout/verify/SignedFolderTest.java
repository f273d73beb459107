package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
import static dev.cpor.payout.verify.APayoutFolder.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.payout.sign.KeyFiles;
import dev.cpor.payout.sign.SigningKey;
import dev.cpor.payout.sign.VerifyingKey;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a key adds to a verification: also somebody who knows the format cannot write a folder anew. */
class SignedFolderTest {
    private static final String MANIFEST = FIRST + ".manifest.json";
    private static final String CONTROL = "2026-11-21/control.json";

    @TempDir
    Path temp;

    private SigningKey ours;
    private VerifyingKey known;
    private SigningKey another;
    private VerifyingKey anotherKnown;

    @BeforeEach
    void makeKeys() {
        KeyFiles files = KeyFiles.make(temp.resolve("keys"));
        ours = SigningKey.read(files.privateKey());
        known = VerifyingKey.read(files.publicKey());
        KeyFiles others = KeyFiles.make(temp.resolve("others"));
        another = SigningKey.read(others.privateKey());
        anotherKnown = VerifyingKey.read(others.publicKey());
    }

    @Test
    void isWholeWithTheKeyAndWithout() {
        APayoutFolder folder = folder("folder").signedWith(ours);

        assertThat(folder.verify(known)).isEmpty();
        assertThat(folder.verify()).isEmpty();
        Verified verified = PayoutVerification.verify(folder.path(""), CurrencyRules.iso4217(), List.of(known), null);
        assertThat(verified.signatures()).isEqualTo(8);
        assertThat(verified.nights()).isEqualTo(4);
        assertThat(verified.extracts()).isEqualTo(4);
        assertThat(verified.totals().rows()).isEqualTo(9);
        assertThat(verified.totals().writtenSums()).hasToString("{EUR=0.00, JPY=12193, KWD=0.000, USD=400.00}");
    }

    @Test
    void isWholeWhenTheKeyWasChangedOnceAndBothAreGiven() {
        APayoutFolder folder = folder("folder").signedWith(ours);
        folder.delete(CONTROL + ".sig");
        folder.signedWith(another);

        assertThat(folder.verify(known, anotherKnown)).isEmpty();
        assertThat(folder.verify(known)).singleElement().asString().startsWith(CONTROL + ".sig: it is no signature of");
    }

    @Test
    void showsWhatTheFilesAloneCannot() {
        APayoutFolder folder = folder("folder").signedWith(ours);
        folder.forge(FIRST, text -> text.replace("Contoso", "Kontoso"));

        assertThat(folder.verify())
                .as("a chain that was written anew to its end agrees with itself")
                .isEmpty();
        assertThat(folder.verify(known)).hasSize(7).anySatisfy(one -> assertThat(one)
                .startsWith(MANIFEST + ".sig: it is no signature of " + MANIFEST));
    }

    /** Not even with the key: the folder is what it was before its last night. The database knows better. */
    @Test
    void doesNotShowThatTheNewestNightIsGone() {
        APayoutFolder folder = folder("folder").signedWith(ours);
        for (String name : List.of(
                "payout-OSU-2026-11-19-000003.csv",
                "payout-OSU-2026-11-19-000003.manifest.json",
                "payout-OSU-2026-11-19-000003.manifest.json.sig",
                "control.json",
                "control.json.sig",
                "")) {
            folder.delete("2026-11-19/" + name);
        }

        assertThat(folder.verify(known)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> findsInOneSentenceThat() {
        return Stream.of(
                        new Tampering(
                                "nobody signed",
                                f -> {},
                                MANIFEST,
                                "it has no signature, expected was " + MANIFEST + ".sig"),
                        new Tampering(
                                "a manifest has no signature",
                                f -> signed(f).delete(MANIFEST + ".sig"),
                                MANIFEST,
                                "it has no signature, expected was " + MANIFEST + ".sig"),
                        new Tampering(
                                "a control file has no signature",
                                f -> signed(f).delete(CONTROL + ".sig"),
                                CONTROL,
                                "it has no signature, expected was " + CONTROL + ".sig"),
                        new Tampering(
                                "somebody else signed",
                                f -> f.signedWith(another),
                                MANIFEST + ".sig",
                                "it is no signature of " + MANIFEST + " by the key that was given"),
                        new Tampering(
                                "a forger signed anew with a key of his own",
                                f -> {
                                    signed(f).delete(MANIFEST + ".sig");
                                    f.forge(FIRST, text -> text.replace("Contoso", "Kontoso"));
                                    f.signedWith(another);
                                },
                                MANIFEST + ".sig",
                                "it is no signature of " + MANIFEST + " by the key that was given"),
                        new Tampering(
                                "two signatures are exchanged",
                                f -> signed(f).swap(MANIFEST + ".sig", SECOND + ".manifest.json.sig"),
                                MANIFEST + ".sig",
                                "it is no signature of " + MANIFEST),
                        new Tampering(
                                "a signature has another digit",
                                f -> signed(f).change(CONTROL + ".sig", SignedFolderTest::otherDigit),
                                CONTROL + ".sig",
                                "it is no signature of " + CONTROL),
                        new Tampering(
                                "a signature is cut off",
                                f -> signed(f).change(CONTROL + ".sig", text -> text.substring(4)),
                                CONTROL + ".sig",
                                "expected was one line of base64 for 64 bytes"),
                        new Tampering(
                                "a control file was changed and its chain mended",
                                f -> {
                                    signed(f).change(CONTROL, text -> text.replace("{}", "{ }"));
                                    f.mendChains();
                                    f.change(CONTROL, text -> text.replace("\n", "\r\n"));
                                },
                                CONTROL + ".sig",
                                "it is no signature of " + CONTROL))
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> assertFound(each)));
    }

    private void assertFound(Tampering tampering) {
        APayoutFolder folder = folder(tampering.name().replace(' ', '-'));
        tampering.deed().accept(folder);

        assertThat(folder.verify(known)).anySatisfy(sentence -> assertThat(sentence)
                .startsWith(tampering.place() + ": ")
                .contains(tampering.what()));
    }

    private APayoutFolder signed(APayoutFolder folder) {
        return folder.signedWith(ours);
    }

    private APayoutFolder folder(String name) {
        return APayoutFolder.in(temp.resolve(name));
    }

    private static String otherDigit(String signature) {
        return (signature.charAt(0) == 'A' ? "B" : "A") + signature.substring(1);
    }
}
