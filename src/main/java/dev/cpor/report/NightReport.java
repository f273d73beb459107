package dev.cpor.report;

import dev.cpor.domain.Money;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import dev.cpor.domain.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is told about one night, in the order in which it happened. The lists are complete: what is shown as a
 * number of claims is the length of a list. They are told in the order given; empty ones are left out.
 *
 * @param attention what somebody should look at, see {@link Attention#of}
 * @param steps what the night did one after the other, with its durations
 */
public record NightReport(
        Night night, Intake intake, Decisions decisions, Payout payout, List<Attention> attention, List<Step> steps) {

    /** Takes copies of the lists. */
    public NightReport {
        attention = List.copyOf(attention);
        steps = List.copyOf(steps);
    }

    /** How a run ended. */
    public enum RunStatus {
        COMPLETED,
        /** It ended before it was done; the same command again continues. */
        FAILED,
        /** It has not ended. */
        RUNNING
    }

    /**
     * The run.
     *
     * @param run its number, which stays the same when it is restarted
     * @param ruleset the fingerprint of the rule set
     * @param ended null while it is running
     * @param dryRun whether nothing of it stays in tables or files
     */
    public record Night(
            long run,
            LocalDate businessDate,
            RunStatus status,
            String ruleset,
            Instant started,
            @Nullable Instant ended,
            boolean restarted,
            boolean dryRun) {}

    /**
     * What came in.
     *
     * @param feeds the files that this night read or refused
     * @param rejects the rows that this night refused, by code; also rows that came with an earlier night and had their turn now
     */
    public record Intake(List<FeedFile> feeds, List<RejectCount> rejects) {
        /** No feed file was found. */
        public static final Intake NOTHING = new Intake(List.of(), List.of());

        /** Takes copies of the lists. */
        public Intake {
            feeds = List.copyOf(feeds);
            rejects = List.copyOf(rejects);
        }

        /** Returns how many rows were refused. */
        public long rejected() {
            return rejects.stream().mapToLong(RejectCount::rows).sum();
        }
    }

    /**
     * One feed file, by rows.
     *
     * @param name the file's name without its folder
     * @param feed the prefix that says what it is, such as {@code claim-lines}; empty where it is none of them
     * @param waiting the rows that are staged for a later night
     * @param duplicates the rows that came before with the same content
     * @param refusal the sentence that says why the whole file was refused, null where it was read
     */
    public record FeedFile(
            String name,
            String feed,
            long read,
            long applied,
            long waiting,
            long duplicates,
            long rejected,
            @Nullable String refusal) {}

    /** How many rows were refused for one reason. */
    public record RejectCount(RejectCode code, long rows) {}

    /**
     * What was decided.
     *
     * @param evaluated the open claims that the rules saw
     * @param scope which open claims those are
     * @param rules what the rules did
     * @param changes how many claims went from one status to another: by events, by rules, or put back since the night before
     * @param statuses how many claims there are in each status after the night
     * @param held every claim that waits for incentive assessment, also from nights before
     * @param quarantined the claims that could not be evaluated
     * @param deadlines what the coming nights will do if nothing else happens
     */
    public record Decisions(
            long evaluated,
            Scope scope,
            List<RuleCount> rules,
            List<StatusChange> changes,
            List<StatusCount> statuses,
            List<HeldClaim> held,
            List<QuarantinedClaim> quarantined,
            List<Deadline> deadlines) {
        /** No claim was evaluated. */
        public static final Decisions NOTHING =
                new Decisions(0, Scope.EVERY, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        /** Takes copies of the lists. */
        public Decisions {
            rules = List.copyOf(rules);
            changes = List.copyOf(changes);
            statuses = List.copyOf(statuses);
            held = List.copyOf(held);
            quarantined = List.copyOf(quarantined);
            deadlines = List.copyOf(deadlines);
        }
    }

    /**
     * Which open claims a night evaluated.
     *
     * @param dueSince it evaluated those that were due since this business date; null where it evaluated every one
     * @param because why it evaluated every one, as a clause; null where it did not
     * @param missed the claim IDs of those that it decided though they would not have been due
     */
    public record Scope(
            @Nullable LocalDate dueSince, @Nullable String because, List<String> missed) {
        /** Every open claim, as always. */
        public static final Scope EVERY = new Scope(null, null, List.of());

        /** Takes a copy of the list. */
        public Scope {
            missed = List.copyOf(missed);
        }
    }

    /** What a rule did to a claim or to one of its lines. */
    public enum Action {
        REJECTED,
        HANDED_OFF,
        EARNED,
        INELIGIBLE,
        HELD,
        ESCALATED,
        REMINDED;

        /** Returns the word as it is read in a sentence: {@code handed off}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * How often one rule did one thing.
     *
     * @param rule the sentence that is the rule's name
     * @param reason null for a hand-off and for a line that earns
     * @param count claims; claim lines where the rule speaks about lines
     */
    public record RuleCount(
            String rule, Action action, @Nullable ReasonCode reason, long count) {}

    /**
     * How many claims went from one status to another.
     *
     * @param from null for claims that were created
     */
    public record StatusChange(@Nullable Status from, Status to, long claims) {}

    /** How many claims are in a status. */
    public record StatusCount(Status status, long claims) {}

    /**
     * A claim whose assessment has to wait.
     *
     * @param days the calendar days since it was held first, up to the business date
     */
    public record HeldClaim(String claimId, ReasonCode reason, long days) {}

    /**
     * A claim that could not be evaluated and was left as it was.
     *
     * @param message the sentence that says why
     */
    public record QuarantinedClaim(String claimId, List<String> rules, String message) {
        /** Takes a copy of the list. */
        public QuarantinedClaim {
            rules = List.copyOf(rules);
        }
    }

    /**
     * What a rule will do in a coming night.
     *
     * @param date the business date of that night
     */
    public record Deadline(LocalDate date, Action action, String rule, long claims) {}

    /**
     * What the night is worth.
     *
     * @param reversed what was taken back of what earlier nights had earned, as negative amounts
     */
    public record Payout(List<Earned> earned, List<Earned> reversed, List<ExtractFile> extracts) {
        /** Nothing was earned. */
        public static final Payout NOTHING = new Payout(List.of(), List.of(), List.of());

        /** Takes copies of the lists. */
        public Payout {
            earned = List.copyOf(earned);
            reversed = List.copyOf(reversed);
            extracts = List.copyOf(extracts);
        }
    }

    /** The earnings of one program in one currency, and what they are in USD. */
    public record Earned(Program program, long earnings, Money amount, Money usd) {}

    /**
     * A file for finance.
     *
     * @param sums one for each currency in it
     * @param sha256 of its bytes, in lower-case hex
     */
    public record ExtractFile(String name, long rows, List<Money> sums, Money sumUsd, String sha256) {
        /** Takes a copy of the list. */
        public ExtractFile {
            sums = List.copyOf(sums);
        }
    }

    /**
     * A part of the night.
     *
     * @param items what it counts: rows, claims or files; 0 where it counts nothing
     */
    public record Step(String name, Duration took, long items) {
        /** Returns the items of one second, or of the whole time where that was shorter than a millisecond. */
        public long itemsPerSecond() {
            return took.toMillis() == 0 ? items : items * 1000 / took.toMillis();
        }
    }
}
