package dev.cpor.payout.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "7",
                "-7",
                "12345.67",
                "-0.001",
                "0.000001",
                "999999999999999999",
                "-99999999999999999",
                "9999999999999999.9",
                "1000000000000000000",
                "9223372036854775808",
                "-12345678901234567890.1234"
            })
    void hasTheValueAndTheDecimalsOfItsText(String text) {
        assertThat(PlainNumber.any(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "-.5", ".5", "5.", "05", "-0", "-0.00", "+1", "1e5", "1,000", "1.2.3", " 1", "١"})
    void isNothingElse(String text) {
        assertThat(PlainNumber.any(text)).isNull();
    }
}
