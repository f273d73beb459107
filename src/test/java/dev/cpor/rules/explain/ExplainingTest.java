package dev.cpor.rules.explain;

import static dev.cpor.rules.RuleFixture.*;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.Finding;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.rules.CompiledRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplainingTest {
    private static final int CLAIMS = 10_000;

    @Test
    void saysThatALifecycleRuleFiredIfAndOnlyIfTheEngineFiredIt() {
        CompiledRules rules = shipped();
        Explaining explaining = rules.explaining();
        Random random = random();
        int fired = 0;
        for (int i = 1; i <= CLAIMS; i++) {
            OpenClaim claim = claim(
                    i,
                    any(random, Status.values()),
                    any(random, Consent.values()),
                    TONIGHT.minusDays(random.nextInt(20)),
                    random.nextInt(5) == 0 ? null : TONIGHT.minusDays(random.nextInt(30)));

            Set<String> said = rules.lifecycle(List.of(claim), TONIGHT).of(claim.id()).stream()
                    .map(Finding::rule)
                    .collect(toSet());

            assertThat(firing(explaining.lifecycle(claim, TONIGHT)))
                    .as(claim.toString())
                    .isEqualTo(said);
            fired += said.size();
        }
        assertThat(fired).isGreaterThan(CLAIMS / 10);
    }

    @Test
    void explainsManyRulesThatBeginAlike() {
        String alike = IntStream.range(0, 40)
                .mapToObj(days -> """
                        rule "More than %d days"
                        when $c : Claim(status == Status.SUBMITTED, daysInStatus > %d)
                        then decide.escalate($c, REVIEW_START_OVERDUE);
                        end
                        """.formatted(days, days))
                .collect(Collectors.joining());
        CompiledRules rules = CompiledRules.compile(rules(alike, INCENTIVE, HEADER), CALENDAR, TIMEOUT);

        assertThat(rules.explaining().lifecycle(claim(Status.SUBMITTED, TONIGHT.minusDays(30)), TONIGHT))
                .filteredOn(Explanation::fired)
                .hasSize(30);
    }

    @Test
    void saysThatAnIncentiveRuleFiredOnALineIfAndOnlyIfTheEngineFiredItThere() {
        CompiledRules rules = shipped();
        Explaining explaining = rules.explaining();
        Random random = random();
        for (int i = 0; i < CLAIMS; i++) {
            Assessable claim = assessable(
                    any(random, Program.values()),
                    any(random, Activity.values()),
                    partner(
                            random.nextBoolean(),
                            random.nextBoolean() ? Set.of(Program.OSU) : Set.of(),
                            random.nextBoolean() ? Set.of(SolutionArea.MODERN_WORK) : Set.of()),
                    modernWork(1, 140 + random.nextInt(20)),
                    business(2, any(random, Channel.values()), any(random, SubscriptionState.values())));

            Set<String> said = rules.incentive(List.of(claim), TONIGHT).of(1).stream()
                    .map(ExplainingTest::ruleAndLine)
                    .collect(toSet());

            assertThat(explaining.incentive(claim, TONIGHT).stream()
                            .filter(Explanation::fired)
                            .map(rule -> rule.rule() + " " + (rule.lineNo() == null ? 0 : rule.lineNo()))
                            .collect(toSet()))
                    .as(claim.toString())
                    .isEqualTo(said);
        }
    }

    @Test
    void namesTheFirstConditionThatIsNotMetWithWhatItFound() {
        String told =
                shipped()
                        .explaining()
                        .lifecycle(claim(Status.PARTNER_ACTION_REQUIRED, businessDaysAgo(4)), TONIGHT)
                        .stream()
                        .filter(rule -> rule.rule().equals("The partner did not respond within five business days"))
                        .map(Explanation::told)
                        .findFirst()
                        .orElseThrow();

        assertThat(told).isEqualTo("businessDaysInStatus is 4, must be > 5");
    }

    @Test
    void takesConditionsApartOnlyWhereAllOfThemHaveToBeMet() {
        String lifecycle = """
                rule "One"
                when $claim : Claim(daysInStatus > 3 && status == Status.SUBMITTED)
                then decide.escalate($claim, REVIEW_START_OVERDUE);
                end
                rule "Two"
                when $claim : Claim(daysInStatus > 3 || status == Status.EDITING, daysInStatus > 4 && < 9)
                then decide.escalate($claim, REVIEW_START_OVERDUE);
                end
                """;
        Explaining explaining =
                CompiledRules.compile(rules(lifecycle), CALENDAR, TIMEOUT).explaining();
        LocalDate since = TONIGHT.minusDays(4);

        List<Explanation> told = explaining.lifecycle(claim(Status.UNDER_REVIEW, since), TONIGHT);

        assertThat(told)
                .extracting(Explanation::told)
                .containsExactly(
                        "status is UNDER_REVIEW, must be == Status.SUBMITTED", "daysInStatus is 4, must be > 4 && < 9");
    }

    private static Random random() {
        long seed = Long.getLong("cpor.seed", 20261122L);
        System.out.printf("seed %d%n", seed);
        return new Random(seed);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Set<String> firing(List<Explanation> rules) {
        return rules.stream().filter(Explanation::fired).map(Explanation::rule).collect(toSet());
    }

    private static String ruleAndLine(Finding finding) {
        int line = finding instanceof Finding.LineEarns earns
                ? earns.lineNo()
                : finding instanceof Finding.LineIneligible ineligible ? ineligible.lineNo() : 0;
        return finding.rule() + " " + line;
    }
}
