package dev.cpor.rules;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.DayLimits;
import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.RuleSet;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.RateCard;
import dev.cpor.rules.compile.CheckedRules;
import dev.cpor.rules.compile.Compiled;
import dev.cpor.rules.compile.KeptRules;
import dev.cpor.rules.compile.RuleBase;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleText;
import dev.cpor.rules.evaluate.DayCounts;
import dev.cpor.rules.evaluate.Evaluation;
import dev.cpor.rules.evaluate.Facts;
import dev.cpor.rules.explain.Explaining;
import dev.cpor.rules.explain.NearMisses;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules that passed every check, ready to be asked. Safe for use by several threads. */
public final class CompiledRules implements RuleSet {
    private static final int SHOWN = 3;

    private final CheckedRules rules;
    private final Facts facts;
    private final Evaluation lifecycle;
    private final Evaluation incentive;
    private volatile @Nullable DayLimits dayLimits;

    private CompiledRules(CheckedRules rules, BusinessCalendar calendar, Duration timeout) {
        this.rules = rules;
        this.facts = new Facts(calendar, rules.rateCard());
        this.lifecycle = evaluation(Folder.LIFECYCLE, timeout);
        this.incentive = evaluation(Folder.INCENTIVE, timeout);
    }

    private Evaluation evaluation(Folder folder, Duration timeout) {
        return new Evaluation(folder, Objects.requireNonNull(rules.bases().get(folder)), timeout);
    }

    /**
     * Checks and compiles rules.
     *
     * @param calendar counts the days that rules ask for
     * @param timeout how long rules may take for a page of claims, and for a single one
     * @throws ClearFailure if something is wrong with them; it names up to three problems
     */
    public static CompiledRules compile(RuleText text, BusinessCalendar calendar, Duration timeout) {
        return compile(text, calendar, timeout, KeptRules.NONE);
    }

    /**
     * Checks rules, and compiles them where they have not been compiled before.
     *
     * @throws ClearFailure if something is wrong with them; it names up to three problems
     */
    public static CompiledRules compile(RuleText text, BusinessCalendar calendar, Duration timeout, KeptRules kept) {
        return compile(CheckedRules.of(text, kept), calendar, timeout);
    }

    static CompiledRules compile(CheckedRules rules, BusinessCalendar calendar, Duration timeout) {
        List<Problem> errors = rules.errors();
        if (!errors.isEmpty()) {
            throw new ClearFailure("The rules cannot be used: "
                    + errors.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("; "))
                    + (errors.size() > SHOWN
                            ? "; and %d more, which \"rules check\" shows.".formatted(errors.size() - SHOWN)
                            : "."));
        }
        return new CompiledRules(rules, calendar, timeout);
    }

    /** Returns the files that were compiled. */
    public RuleText text() {
        return rules.text();
    }

    /** Returns what was compiled, to be kept for another process. */
    public List<Compiled> compiled() {
        return rules.bases().values().stream().map(RuleBase::compiled).toList();
    }

    /** Returns the names of all rules, sorted within lifecycle and incentive. */
    public List<String> ruleNames() {
        return rules.bases().values().stream()
                .flatMap(base -> base.names().stream())
                .toList();
    }

    /** Returns what explains these rules; compiles them once more. */
    public Explaining explaining() {
        return new Explaining(rules.text(), facts);
    }

    /** Returns what finds the rules that claims just miss. */
    public NearMisses nearMisses() {
        return new NearMisses(rules, facts);
    }

    /** Says whether a rule belongs to incentive assessment, and so is asked only about claims that reach it. */
    public boolean isIncentiveRule(String rule) {
        return Objects.requireNonNull(rules.bases().get(Folder.INCENTIVE))
                .names()
                .contains(rule);
    }

    /** Returns what measures how long its rules take. */
    public RuleTiming timing() {
        return new RuleTiming(facts, Map.of(Folder.LIFECYCLE, lifecycle, Folder.INCENTIVE, incentive), rules.bases());
    }

    @Override
    public String fingerprint() {
        return rules.text().fingerprint();
    }

    @Override
    public RateCard rateCard() {
        return rules.rateCard();
    }

    @Override
    public DayLimits dayLimits() {
        DayLimits known = dayLimits;
        if (known == null) {
            known = DayLimitReading.of(rules.files(Folder.LIFECYCLE));
            dayLimits = known;
        }
        return known;
    }

    /**
     * {@inheritDoc}
     *
     * @throws BusinessCalendar.YearNotInCalendar if the calendar does not answer for a year that is needed
     */
    @Override
    public Findings lifecycle(List<OpenClaim> claims, LocalDate businessDate) {
        return lifecycle.evaluate(claims.stream()
                .map(claim -> facts.lifecycle(claim, businessDate))
                .toList());
    }

    /**
     * {@inheritDoc}
     *
     * @throws BusinessCalendar.YearNotInCalendar if the calendar does not answer for a year that is needed
     */
    @Override
    public Findings incentive(List<Assessable> claims, LocalDate businessDate) {
        return incentive.evaluate(claims.stream()
                .map(claim -> facts.incentive(claim, businessDate))
                .toList());
    }

    /** Asks the lifecycle rules about one claim whose days are given instead of counted. */
    public Findings lifecycle(OpenClaim claim, LocalDate businessDate, DayCounts days) {
        return lifecycle.evaluate(List.of(facts.lifecycle(claim, businessDate, days)));
    }

    /** Asks the incentive rules about one claim whose days are given instead of counted. */
    public Findings incentive(Assessable claim, LocalDate businessDate, DayCounts days) {
        return incentive.evaluate(List.of(facts.incentive(claim, businessDate, days)));
    }

    /**
     * Returns the days of a claim as rules see them on a business date.
     *
     * @throws BusinessCalendar.YearNotInCalendar if the calendar does not answer for a year that is needed
     */
    public DayCounts count(OpenClaim claim, LocalDate businessDate) {
        return facts.count(claim, businessDate);
    }
}
