package dev.cpor.payout;

import dev.cpor.domain.Program;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the earnings of one program and business date. Extracts are ordered by program, then as they were delivered: by
 * sequence.
 *
 * @param sequence counts the extracts of the program, over all business dates, from 1 without gaps; at most 999,999
 */
public record Extract(Program program, LocalDate businessDate, int sequence) implements Comparable<Extract> {
    private static final Pattern NAME =
            Pattern.compile("payout-(OSU|OSA)-([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{6})\\.(csv|manifest\\.json)");
    private static final Comparator<Extract> AS_DELIVERED = Comparator.comparing(Extract::program)
            .thenComparing(Extract::sequence)
            .thenComparing(Extract::businessDate);

    /** Refuses a sequence that does not fit the file name. */
    public Extract {
        if (sequence < 1 || sequence > 999_999) {
            throw new IllegalArgumentException("The sequence " + sequence + " must be between 1 and 999999.");
        }
    }

    /** Returns {@code payout-<program>-<business date>-<6 digits>.csv}. */
    public String fileName() {
        return stem() + ".csv";
    }

    /** Returns {@code payout-<program>-<business date>-<6 digits>.manifest.json}. */
    public String manifestName() {
        return stem() + ".manifest.json";
    }

    /** Returns the extract that a file of that name belongs to, or nothing where the name is neither a CSV's nor a manifest's. */
    public static Optional<Extract> named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || matcher.group(3).equals("000000")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Extract(
                    Program.valueOf(matcher.group(1)),
                    LocalDate.parse(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Extract other) {
        return AS_DELIVERED.compare(this, other);
    }

    private String stem() {
        return String.format(Locale.ROOT, "payout-%s-%s-%06d", program, businessDate, sequence);
    }
}
