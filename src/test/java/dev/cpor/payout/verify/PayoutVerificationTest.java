package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.CurrencyRules;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PayoutVerificationTest {
    @TempDir
    Path temp;

    @Test
    void findsNothingInWhatWasWritten() {
        assertThat(APayoutFolder.in(temp).verify()).isEmpty();
    }

    @Test
    void findsNothingWhenTheChainsWereMendedAfterNothingChanged() {
        APayoutFolder folder = APayoutFolder.in(temp);
        folder.mendChains();
        assertThat(folder.verify()).isEmpty();
    }

    @Test
    void saysThatAMissingFolderIsMissing() {
        assertThat(PayoutVerification.verify(temp.resolve("nowhere"), CurrencyRules.iso4217()))
                .hasSize(1)
                .first()
                .asString()
                .contains("no such folder");
    }

    @Test
    void saysThatAnEmptyFolderIsNoPayoutFolder() {
        assertThat(PayoutVerification.verify(temp, CurrencyRules.iso4217()))
                .hasSize(1)
                .first()
                .asString()
                .contains("no payout folder");
    }

    @Test
    void saysOnlySoMuchOfAFileThatIsWrongInEveryLine() {
        APayoutFolder folder = APayoutFolder.in(temp);
        String row = "x".repeat(10) + "\r\n";
        folder.change(FIRST + ".csv", text -> text + row.repeat(1000));

        assertThat(folder.verify()).hasSizeLessThan(40).anySatisfy(one -> assertThat(one)
                .contains("more lines are wrong"));
    }

    @TestFactory
    Stream<DynamicTest> findsInOneSentenceOnOneLineThat() {
        return Stream.of(FolderTamperings.all(), ContentTamperings.all(), MoneyTamperings.all())
                .flatMap(all -> all)
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> assertFound(each)));
    }

    private void assertFound(Tampering tampering) {
        APayoutFolder folder = APayoutFolder.in(temp.resolve(tampering.name().replace(' ', '-')));
        tampering.deed().accept(folder);

        assertThat(folder.verify())
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith(tampering.place()).contains(tampering.what()))
                .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContain("\n", "\r"));
    }
}
