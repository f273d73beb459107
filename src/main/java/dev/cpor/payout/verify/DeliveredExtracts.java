package dev.cpor.payout.verify;

import dev.cpor.domain.Earning;
import dev.cpor.payout.Extract;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The extracts as the database knows them, to compare files with. */
public interface DeliveredExtracts {
    /**
     * An extract that has got its earnings, for ever.
     *
     * @param sha256 of its files, null as long as they are not written
     */
    record Known(Extract extract, @Nullable Fingerprints sha256) {}

    /** The SHA-256 of an extract's files. */
    record Fingerprints(String csv, String manifest) {}

    /** Returns every extract, in any order. */
    List<Known> extracts();

    /** Returns the earnings of an extract in the order of its rows; the caller closes the stream. */
    Stream<Earning> earnings(Extract extract);

    /** Returns the SHA-256 of each control file by its business date, the empty text as long as it is not written. */
    SortedMap<LocalDate, String> controls();

    /** Returns the IDs of the earnings of complete nights that are in no extract; the caller closes the stream. */
    Stream<String> leftOut();

    /** Returns the lines of each handed-off claim, one claim after the other; the caller closes the stream. */
    Stream<HandedOffLine> handedOffLines();

    /** Returns the IDs of the earnings that no hand-off of their claim explains; the caller closes the stream. */
    Stream<String> unexplained();
}
