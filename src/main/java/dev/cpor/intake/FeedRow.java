package dev.cpor.intake;

import dev.cpor.domain.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a feed file, not yet validated.
 *
 * @param line the line in which the record begins, the header being 1
 * @param key the row's key as {@link Feed#key} writes it; of a record that does not fit its header whatever stands in that
 *     place
 * @param fields the values in the order of {@link Feed#columns()}, empty for a column that the file does not have
 * @param raw the record as it stands in the file, without its line end; of one beyond all reason the beginning
 * @param unfit why it cannot be a row: it has another number of fields than the header, or is longer than any row could be;
 *     null when it can
 */
public record FeedRow(
        long line,
        String key,
        List<String> fields,
        String raw,
        @Nullable Refusal unfit) {

    /** Takes a copy of the fields. */
    public FeedRow {
        fields = List.copyOf(fields);
    }
}
