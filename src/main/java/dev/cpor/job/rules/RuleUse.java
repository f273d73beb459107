package dev.cpor.job.rules;

import dev.cpor.decision.Assessable;
import dev.cpor.job.request.NightDates;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.RuleSource;
import dev.cpor.store.rules.RuleActivity;
import dev.cpor.store.rules.RuleActivity.Activity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of each rule that the next night would use what it has done of late, and what it costs in time. */
public class RuleUse {
    /** Of how many complete nights it tells. */
    public static final int NIGHTS = 30;

    private final RuleSets ruleSets;
    private final RuleActivity activity;
    private final SampleClaims samples;
    private final NightDates dates;

    RuleUse(RuleSets ruleSets, RuleActivity activity, SampleClaims samples, NightDates dates) {
        this.ruleSets = ruleSets;
        this.activity = activity;
        this.samples = samples;
        this.dates = dates;
    }

    /**
     * A rule and what it has done.
     *
     * @param perThousand what it takes for 1,000 claims; null where it failed on one of them or did not end
     */
    public record Used(
            RuleSource rule, Activity activity, @Nullable Duration perThousand) {}

    /**
     * The rules and how they were measured.
     *
     * @param claims how many claims they were measured with
     * @param madeUp whether these are made up, because none is open
     */
    public record Told(List<Used> rules, int claims, boolean madeUp) {}

    /**
     * Tells of every rule, in the order of the files.
     *
     * @throws dev.cpor.domain.ClearFailure if the rules cannot be used
     */
    public Told tell() {
        LocalDate next = dates.next();
        CompiledRules rules = ruleSets.coming(next, 1).get(0);
        List<Assessable> real = samples.real();
        List<Assessable> sample = real.isEmpty() ? SampleClaims.madeUp(next) : real;
        Map<String, Duration> times = rules.timing().perThousand(sample, next);
        Map<String, Activity> done = activity.during(NIGHTS);
        return new Told(
                RuleSource.in(rules.text()).stream()
                        .map(rule ->
                                new Used(rule, done.getOrDefault(rule.name(), Activity.NONE), times.get(rule.name())))
                        .toList(),
                sample.size(),
                real.isEmpty());
    }
}
