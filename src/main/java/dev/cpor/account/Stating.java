package dev.cpor.account;

import static java.util.stream.Collectors.groupingBy;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.ReasonCode;
import dev.cpor.store.account.StatementQueries;
import dev.cpor.store.account.StatementQueries.Earned;
import dev.cpor.store.account.StatementQueries.Happening;
import dev.cpor.store.account.StatementQueries.Line;
import dev.cpor.store.connection.Snapshot;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes statements: reads everything as it stands at one moment, and writes nothing. */
public class Stating {
    private final Snapshot snapshot;
    private final Runs runs;
    private final StatementQueries queries;
    private final BusinessCalendar calendar;

    Stating(Snapshot snapshot, Runs runs, StatementQueries queries, BusinessCalendar calendar) {
        this.snapshot = snapshot;
        this.runs = runs;
        this.queries = queries;
        this.calendar = calendar;
    }

    /**
     * Returns the statement of a partner for a month; one in which nothing happened is empty.
     *
     * @throws ClearFailure if there is no such partner
     */
    public Statement of(String mpnId, YearMonth month) {
        return snapshot.read(() -> read(mpnId, month));
    }

    private Statement read(String mpnId, YearMonth month) {
        String partner = queries.partner(mpnId)
                .orElseThrow(() -> new ClearFailure(
                        "There is no partner %s; name one by its mpn_id, such as those of: cpor claims list."
                                .formatted(mpnId)));
        Period period = Period.of(month);
        Collection<List<Happening>> claims = queries.happenings(mpnId, period.last()).stream()
                .collect(groupingBy(Happening::claim, LinkedHashMap::new, Collectors.toList()))
                .values();
        List<ClaimStory> stories =
                claims.stream().map(one -> new ClaimStory(one, calendar)).toList();
        Map<Long, List<Line>> lines = queries.lines(mpnId).stream().collect(groupingBy(Line::claim));
        List<Earned> earned = queries.earnings(mpnId, period.last());
        Map<Long, List<Earned>> ofClaim = earned.stream().collect(groupingBy(Earned::claim));
        return new Statement(
                mpnId,
                partner,
                month,
                asOf(period.last()),
                stories.stream()
                        .flatMap(story -> story.handOffs(period).stream()
                                .map(one -> handedOff(
                                        one,
                                        lines.getOrDefault(one.claim(), List.of()),
                                        ofClaim.getOrDefault(one.claim(), List.of()),
                                        story.isTakenBack(one))))
                        .toList(),
                stories.stream()
                        .flatMap(story -> story.rejections(period).stream())
                        .toList(),
                stories.stream().flatMap(story -> story.hold().stream()).toList(),
                stories.stream().flatMap(story -> story.open().stream()).toList(),
                earned);
    }

    private @Nullable LocalDate asOf(LocalDate last) {
        return runs.all().stream()
                .filter(run -> run.isComplete() && !run.businessDate().isAfter(last))
                .map(Runs.Run::businessDate)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Statement.HandedOff handedOff(
            Happening one, List<Line> lines, List<Earned> earned, boolean takenBack) {
        return new Statement.HandedOff(
                one.subject(),
                one.businessDate(),
                lines,
                earned.stream()
                        .filter(earning -> earning.reverses() == null
                                && earning.businessDate().equals(one.businessDate()))
                        .toList(),
                one.reasons().stream()
                        .filter(reason -> reason.isFor(ReasonCode.Use.CLAIM_INELIGIBLE))
                        .collect(Collectors.toSet()),
                one.lines(),
                takenBack);
    }
}
