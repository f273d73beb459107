package dev.cpor.job;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Suggestion;
import dev.cpor.report.Progress;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Runs;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.past.Reinstatements;
import dev.cpor.store.past.RuleDecision;
import dev.cpor.store.past.RuleDecisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Undoes a wrong night: claims to which nothing has happened since are put back to where they stood before, for the next night
 * to decide anew. Writes under the lease, as a night does, page by page; killed and started again, it goes on.
 */
public class Reinstating {
    private static final Set<Tallies.Topic> DECIDED = EnumSet.of(
            Tallies.Topic.REJECTED, Tallies.Topic.HANDED_OFF, Tallies.Topic.INELIGIBLE, Tallies.Topic.EARNED);

    private final Leasing leasing;
    private final Runs runs;
    private final Tallies tallies;
    private final RuleDecisions decisions;
    private final Reinstatements reinstatements;
    private final NightlySettings settings;
    private final TransactionTemplate transaction;
    private final Progress progress;

    Reinstating(
            Leasing leasing,
            Runs runs,
            Tallies tallies,
            RuleDecisions decisions,
            Reinstatements reinstatements,
            NightlySettings settings,
            TransactionTemplate transaction,
            Progress progress) {
        this.leasing = leasing;
        this.runs = runs;
        this.tallies = tallies;
        this.decisions = decisions;
        this.reinstatements = reinstatements;
        this.settings = settings;
        this.transaction = transaction;
        this.progress = progress;
    }

    /**
     * Returns what the rules of a run rejected and handed off, and what became of it; changes nothing.
     *
     * @param run its number
     * @param rule the one rule that is asked about, null for all
     * @throws ClearFailure if there is no such run, if it is not complete, or if the rule decided nothing in it
     */
    public List<RuleDecision> list(long run, @Nullable String rule) {
        check(run, rule);
        List<RuleDecision> all = new ArrayList<>();
        for (List<RuleDecision> page = page(run, rule, 0); !page.isEmpty(); page = page(run, rule, last(page))) {
            all.addAll(page);
        }
        return all;
    }

    /**
     * Puts back the claims of those decisions that stand.
     *
     * @param run its number
     * @param rule the one rule whose decisions are meant, null for all
     * @param why what the claims' histories are to say
     * @return all these decisions, as they were found: those that stood are put back
     * @throws ClearFailure if there is no such run, if it or a later one is not complete, if the rule decided nothing in it, or
     *     if a night runs
     */
    public List<RuleDecision> reinstate(long run, @Nullable String rule, String why) {
        check(run, rule);
        List<RuleDecision> all = new ArrayList<>();
        try (Leasing.Held lease = leasing.take()) {
            Night after = lastComplete(lease.token());
            progress.start("Putting claims back");
            for (List<RuleDecision> page = reinstate(run, rule, why, after, 0);
                    !page.isEmpty();
                    page = reinstate(run, rule, why, after, last(page))) {
                all.addAll(page);
                progress.advance(page.size());
            }
            progress.end();
        } catch (Lease.LeaseLost e) {
            throw new ClearFailure(
                    "Another start has taken over while claims were put back; those that were stay so, run the same command again for the others.",
                    e);
        }
        return all;
    }

    private List<RuleDecision> reinstate(long run, @Nullable String rule, String why, Night after, long last) {
        List<RuleDecision> page = transaction.execute(status -> {
            List<RuleDecision> found = page(run, rule, last);
            reinstatements.write(
                    after, run, found.stream().filter(RuleDecision::stands).toList(), why);
            return found;
        });
        return page == null ? List.of() : page;
    }

    private List<RuleDecision> page(long run, @Nullable String rule, long after) {
        return decisions.page(run, rule, after, settings.chunk());
    }

    private static long last(List<RuleDecision> page) {
        return page.get(page.size() - 1).claim();
    }

    private void check(long number, @Nullable String rule) {
        Runs.Run run = runs.numbered(number)
                .orElseThrow(() -> new ClearFailure(
                        "There is no run %d; see the runs that there are with: cpor runs list.".formatted(number)));
        if (!run.isComplete()) {
            throw unfinished(run);
        }
        if (rule != null) {
            List<String> named = tallies.of(number).keySet().stream()
                    .filter(key -> DECIDED.contains(key.topic()))
                    .map(Tallies.Key::label)
                    .distinct()
                    .toList();
            if (!named.contains(rule)) {
                throw new ClearFailure(
                        "No rule \"%s\" decided anything in run %d of %s%s; see what its rules did with: cpor runs show %d."
                                .formatted(rule, number, run.businessDate(), Suggestion.among(named, rule), number));
            }
        }
    }

    /** What is put back stands between this night and the next; one that is amid its decisions would know only half of it. */
    private Night lastComplete(long token) {
        runs.amidDecisions().ifPresent(run -> {
            throw unfinished(run);
        });
        Runs.Run last = runs.all().stream()
                .filter(Runs.Run::isComplete)
                .max(Comparator.comparingLong(Runs.Run::number))
                .orElseThrow();
        return new Night(last.number(), last.businessDate(), token);
    }

    private static ClearFailure unfinished(Runs.Run run) {
        return new ClearFailure(
                "The night of %s, run %d, is %s; claims are put back between nights, so let it end first with: cpor nightly --date %s."
                        .formatted(run.businessDate(), run.number(), run.status(), run.businessDate()));
    }
}
