package dev.cpor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T08:30:00Z",
                "2026-11-20T08:30Z",
                "2026-11-20t08:30:00z",
                "2026-11-20T08:30:00.123456789+01:00",
                "2026-11-20T08:30:00-00:30",
                "2024-02-29T23:59:59+18:00",
                "0000-01-01T00:00:00Z",
                "+12345-01-01T00:00:00Z"
            })
    void readsEveryIsoInstantWithOffset(String text) {
        assertThat(Instants.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @Test
    void agreesWithTheJdkOnRandomTexts() {
        long seed = System.nanoTime();
        System.out.println("InstantsTest seed " + seed);
        Random random = new Random(seed);
        String[] forms = {"2026-11-20T08:30:00Z", "2024-02-29T23:59:59+18:00", "1999-12-31T00:00:00-07:30"};
        String alphabet = "0123456789012345678901234567890123456789-+:TZtz. ٠";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(forms[random.nextInt(forms.length)]);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(Instants.parse(text.toString())).as("%s", text).isEqualTo(instant(text.toString()));
            String date = text.substring(0, 10);
            assertThat(Instants.parseDate(date)).as("%s", date).isEqualTo(date(date));
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
