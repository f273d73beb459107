package dev.cpor.generate;

import dev.cpor.domain.ClearFailure;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What is to be generated. The same claims, seed and days give the same bytes on any machine.
 *
 * @param claims how many claims, from 1 to 100,000,000
 * @param seed where the chances start; another seed gives other feeds
 * @param from the first day on which something happens
 * @param to the last such day, less than ten years after {@code from}
 * @param into the folder that the feeds are put into; it must not exist yet, or be empty
 */
public record GeneratorOptions(long claims, long seed, LocalDate from, LocalDate to, Path into) {
    /** The seed when none is given. */
    public static final long DEFAULT_SEED = 1;

    /** The first day when none is given. */
    public static final LocalDate DEFAULT_FROM = LocalDate.of(2026, 9, 1);

    /** The last day when none is given. */
    public static final LocalDate DEFAULT_TO = LocalDate.of(2026, 11, 20);

    private static final long MOST_CLAIMS = 100_000_000;
    private static final int MOST_YEARS = 10;

    /**
     * Refuses what cannot be generated.
     *
     * @throws ClearFailure if the number of claims or the range of days is not as described
     */
    public GeneratorOptions {
        if (claims < 1 || claims > MOST_CLAIMS) {
            throw new ClearFailure(
                    "The number of claims is %d, but must be from 1 to %d; give another one with --claims."
                            .formatted(claims, MOST_CLAIMS));
        }
        if (from.isAfter(to)) {
            throw new ClearFailure(
                    "The first day %s is after the last day %s; exchange --from and --to.".formatted(from, to));
        }
        if (from.getYear() < 1900 || to.getYear() > 9999 || !to.isBefore(from.plusYears(MOST_YEARS))) {
            throw new ClearFailure(
                    "The days from %s to %s must be after 1899 and span less than %d years; choose other days with --from and --to."
                            .formatted(from, to, MOST_YEARS));
        }
    }

    /** Returns options with the default seed and days. */
    public static GeneratorOptions of(long claims, Path into) {
        return new GeneratorOptions(claims, DEFAULT_SEED, DEFAULT_FROM, DEFAULT_TO, into);
    }
}
