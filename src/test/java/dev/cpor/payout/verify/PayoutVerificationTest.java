package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Money;
import dev.cpor.payout.Column;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PayoutVerificationTest {
    private static final Money USD = Money.usd(BigDecimal.ONE);
    private static final Amounts AMOUNTS = new Amounts(BigDecimal.ONE, BigDecimal.ONE, null, USD, BigDecimal.ONE, USD);

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
        assertThat(PayoutVerification.verify(temp.resolve("nowhere"), CurrencyRules.iso4217())
                        .discrepancies())
                .hasSize(1)
                .first()
                .asString()
                .contains("no such folder");
    }

    @Test
    void saysThatAnEmptyFolderIsNoPayoutFolder() {
        assertThat(PayoutVerification.verify(temp, CurrencyRules.iso4217()).discrepancies())
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
                .contains("more discrepancies are in it"));
    }

    @TestFactory
    Stream<DynamicTest> findsInOneSentenceOnOneLineThat() {
        return Stream.of(FolderTamperings.all(), PlaceTamperings.all(), ContentTamperings.all(), MoneyTamperings.all())
                .flatMap(all -> all)
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> assertFound(each)));
    }

    @Test
    void findsAnyBitThatIsFlipped() {
        long seed = Long.getLong("cpor.seed", 20261120L);
        Random random = new Random(seed);
        APayoutFolder folder = APayoutFolder.in(temp);
        for (int i = 0; i < 200; i++) {
            String name = APayoutFolder.names()
                    .get(random.nextInt(APayoutFolder.names().size()));
            byte[] good = folder.bytes(name);
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            folder.write(name, bad);

            assertThat(folder.verify())
                    .as("seed %d, round %d: a bit of %s", seed, i, name)
                    .anySatisfy(sentence -> assertThat(sentence).contains(name));
            folder.write(name, good);
        }
    }

    @Test
    void findsTheSameInAFolderThatDoesNotFitIntoMemory() {
        Discrepancies found = new Discrepancies();
        try (EarningLedger ledger = new EarningLedger(found, new Piles(1000))) {
            for (int file = 0; file < 3; file++) {
                ledger.beginFile("file " + file);
                for (int n = 0; n < 2000; n++) {
                    ledger.add(
                            row(n + 2, file == 2 && n == 1234 ? "C-7-1-1" : "C-" + (2000 * file + n) + "-1-1"),
                            AMOUNTS);
                }
            }
            ledger.check();
        }

        assertThat(found.all())
                .extracting(Discrepancy::sentence)
                .containsExactly(
                        "file 2, line 1236: the earningId C-7-1-1 is already in file 0, line 9, but an earning is"
                                + " in one extract only, once.");
    }

    private static Row row(long line, String earningId) {
        List<String> fields = new ArrayList<>(Collections.nCopies(Column.all().size(), ""));
        fields.set(Column.EARNING_ID.ordinal(), earningId);
        return new Row(line, fields);
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
