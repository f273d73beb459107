package dev.cpor.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Claim;
import dev.cpor.domain.ClaimLifecycle;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.KnownParties;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The waiting rows of some claims, read again from what was kept, ready to take their turn. */
public final class TurnPage {
    private final Map<String, List<Read>> byClaim;

    /** A kept row and what it says. */
    record Read(WaitingRow row, Parsed parsed) {}

    private TurnPage(Map<String, List<Read>> byClaim) {
        this.byClaim = byClaim;
    }

    /**
     * Reads the rows of some claims.
     *
     * @param rows in the order in which they came
     */
    public static TurnPage of(Collection<WaitingRow> rows, BusinessCalendar calendar) {
        return new TurnPage(rows.stream()
                .map(row -> new Read(row, RowReading.read(row.feed(), row.fields(), calendar)))
                .collect(groupingBy(read -> read.row().claimId(), LinkedHashMap::new, toList())));
    }

    /** Returns the partners that any row names, for whoever has to say which of them are known. */
    public Set<String> mpnIds() {
        Set<String> ids = new TreeSet<>();
        each(parsed -> {
            if (parsed instanceof Parsed.ClaimRow row) {
                ids.add(row.claim().mpnId());
            } else if (parsed instanceof Parsed.EventRow row && row.event().field() == EditedField.MPN_ID) {
                ids.add(Objects.requireNonNull(row.event().value()));
            }
        });
        return ids;
    }

    /** Returns the customers that any row names. */
    public Set<String> tenantIds() {
        Set<String> ids = new TreeSet<>();
        each(parsed -> {
            if (parsed instanceof Parsed.ClaimRow row) {
                ids.add(row.claim().tenantId());
            }
        });
        return ids;
    }

    private void each(Consumer<Parsed> act) {
        byClaim.values().forEach(rows -> rows.forEach(read -> act.accept(read.parsed())));
    }

    /**
     * Gives every row that occurred on or before the business date its turn.
     *
     * @param claims the claims that exist, by claim ID
     */
    public List<ClaimTurn> take(LocalDate businessDate, Map<String, Claim> claims, KnownParties known) {
        ClaimLifecycle lifecycle = new ClaimLifecycle(known);
        return byClaim.entrySet().stream()
                .map(entry -> {
                    @Nullable Claim before = claims.get(entry.getKey());
                    return TurnTaking.take(lifecycle, businessDate, entry.getKey(), before, entry.getValue());
                })
                .toList();
    }
}
