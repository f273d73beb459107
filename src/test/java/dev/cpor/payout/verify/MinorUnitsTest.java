package dev.cpor.payout.verify;

import static dev.cpor.payout.AnEarning.anEarning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.payout.AnEarning;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amounts have the decimals of ISO 4217, or those that the settings name for a currency, and no others. */
class MinorUnitsTest {
    private static final CurrencyRules TWO = isk(2);

    @TempDir
    Path root;

    @Test
    void takesTheDecimalsThatTheSettingsName() {
        APayoutFolder folder = APayoutFolder.paying(root, inIsk().roundedBy(TWO));

        assertThat(folder.text(APayoutFolder.FIRST + ".csv")).contains(",12.35,ISK,");
        assertThat(folder.verify(TWO)).isEmpty();
    }

    @Test
    void takesThoseOfIso4217TooFromBeforeTheSetting() {
        APayoutFolder folder = APayoutFolder.paying(root, inIsk());

        assertThat(folder.text(APayoutFolder.FIRST + ".csv")).contains(",12,ISK,");
        assertThat(folder.verify(TWO)).isEmpty();
    }

    @Test
    void wantsThoseOfIso4217WithoutSettings() {
        APayoutFolder folder = APayoutFolder.paying(root, inIsk().roundedBy(TWO));

        assertThat(folder.verify()).anySatisfy(sentence -> assertThat(sentence)
                .contains("the earningAmount is 12.35, expected was a plain number with the 0 decimals of ISK"));
    }

    @Test
    void wantsNoOtherNumberOfDecimals() {
        APayoutFolder folder = APayoutFolder.paying(root, inIsk().roundedBy(isk(3)));

        assertThat(folder.verify(TWO)).anySatisfy(sentence -> assertThat(sentence)
                .contains("the earningAmount is 12.346, expected was a plain number with the 2 or 0 decimals"));
    }

    private static AnEarning inIsk() {
        return anEarning().percent("1", "1234.56", "ISK").atUsd("0.0072");
    }

    private static CurrencyRules isk(int decimals) {
        return new CurrencyRules(Map.of(Currency.getInstance("ISK"), decimals), null);
    }
}
