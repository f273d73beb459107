package dev.cpor.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time in one claim's life, written with many offsets, and often close to midnight UTC. */
final class RandomClock {

    private final Dice dice;
    private Instant now;

    RandomClock(Dice dice, LocalDate day) {
        this.dice = dice;
        this.now = day.atTime(dice.between(6, 12), dice.between(0, 59)).toInstant(ZoneOffset.UTC);
    }

    LocalDate day() {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Goes on by so many days; by none at all it stays at the same instant now and then, else it goes on a little. */
    void pass(int days) {
        if (days == 0) {
            now = dice.chance(25) ? now : now.plusSeconds(dice.between(1, 7200));
            return;
        }
        LocalTime time =
                switch (dice.between(0, 9)) {
                    case 0 -> LocalTime.MIDNIGHT;
                    case 1 -> LocalTime.of(23, 59, 59);
                    case 2 -> LocalTime.of(0, 30);
                    default -> LocalTime.ofSecondOfDay(dice.between(0, 86_399));
                };
        now = day().plusDays(days).atTime(time).toInstant(ZoneOffset.UTC);
    }

    /** The instant as a feed writes it. */
    String text() {
        ZoneOffset offset = ZoneOffset.of(dice.word("Z Z Z Z Z -02:00 +02:00 +05:30 -11:00 +14:00"));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(now, offset));
    }
}
