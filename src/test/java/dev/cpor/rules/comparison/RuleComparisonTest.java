package dev.cpor.rules.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.RuleFixture;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleSource;
import dev.cpor.rules.drl.RuleText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleComparisonTest {
    private static final RuleText SHIPPED = RuleFolder.read(RuleFixture.SHIPPED);
    private static final String REJECTION = "lifecycle/auto-rejection.drl";
    private static final String CONSENT = "lifecycle/consent-expiry.drl";
    private static final String CARD = "incentive/rate-card.csv";
    private static final String LATE = "rule \"The partner did not respond within five business days\"";

    @Test
    void readsEveryRuleThatTheEngineKnows() {
        assertThat(RuleSource.in(SHIPPED))
                .extracting(RuleSource::name)
                .containsExactlyInAnyOrderElementsOf(RuleFixture.shipped().ruleNames());
        assertThat(RuleSource.in(SHIPPED))
                .contains(new RuleSource(
                        REJECTION,
                        "The partner did not respond within five business days",
                        "Claim(status == Status.PARTNER_ACTION_REQUIRED, businessDaysInStatus > 5)",
                        "reject NO_PARTNER_RESPONSE"));
    }

    @Test
    void equalSetsAreTheSame() {
        RuleComparison comparison = RuleComparison.of(SHIPPED, RuleText.fromArchive(SHIPPED.toArchive()));

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.notes()).isEmpty();
    }

    @Test
    void commentsAndSpacingAreNoChange() {
        RuleComparison comparison = RuleComparison.of(
                SHIPPED,
                with(
                        REJECTION,
                        text(REJECTION)
                                .replace("> 5)", ">\n      5 /* five */ )")
                                .replace("// What", "// That")));

        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.notes())
                .containsExactly("The rules and rates are the same; only comments, spacing or their order differ.");
    }

    @Test
    void tellsAChangedConditionAndAChangedDecision() {
        assertThat(told(with(REJECTION, text(REJECTION).replace("> 5", "> 10"))))
                .containsExactly(LATE
                        + ": condition Claim(status == Status.PARTNER_ACTION_REQUIRED, businessDaysInStatus > 5) \u2192 "
                        + "Claim(status == Status.PARTNER_ACTION_REQUIRED, businessDaysInStatus > 10)");
        assertThat(told(with(REJECTION, text(REJECTION).replace("NO_PARTNER_RESPONSE", "INSUFFICIENT_POE"))))
                .containsExactly(LATE + ": decision reject NO_PARTNER_RESPONSE \u2192 reject INSUFFICIENT_POE");
    }

    @Test
    void tellsARuleThatIsRenamedAddedRemovedOrMoved() {
        assertThat(told(with(REJECTION, text(REJECTION).replace("did not respond", "stayed silent"))))
                .containsExactly(LATE + " renamed to \"The partner stayed silent within five business days\"");
        String handOff = text(CONSENT).substring(text(CONSENT).indexOf("rule \"The customer did not object"));
        RuleText without = with(CONSENT, text(CONSENT).replace(handOff, ""));
        assertThat(told(without))
                .containsExactly(
                        "rule \"The customer did not object within seven days\" removed: lifecycle/consent-expiry.drl: Claim(status == Status.APPROVED, consent == Consent.PENDING, daysInStatus > 7) then handOff");
        assertThat(sentences(without, SHIPPED))
                .singleElement()
                .asString()
                .contains("\" added: lifecycle/consent-expiry.drl: Claim(");
        Map<String, byte[]> files = files(without);
        files.put("lifecycle/other.drl", handOff.getBytes(StandardCharsets.UTF_8));
        assertThat(told(new RuleText(files)))
                .containsExactly(
                        "rule \"The customer did not object within seven days\" moved from lifecycle/consent-expiry.drl to lifecycle/other.drl");
    }

    @Test
    void tellsRatesThatCameWentOrChanged() {
        String card = text(CARD);

        assertThat(told(with(
                        CARD, card.replace("PER_USER,1.1,USD,2026-11-16,", "PER_USER,1.2,USD,2026-11-16,2026-12-31"))))
                .containsExactly(
                        "rate OSU USAGE MODERN_WORK, Teams from 2026-11-16: rate 1.1 \u2192 1.2",
                        "rate OSU USAGE MODERN_WORK, Teams from 2026-11-16: valid_to (empty) \u2192 2026-12-31");
        String row = "OSU,MODERN_WORK,Lists,USAGE,Lists,FEE,PER_USER,0.1,USD,2027-01-01,\n";
        assertThat(told(with(CARD, card + row)))
                .containsExactly(
                        "rate OSU USAGE MODERN_WORK, Lists added: rate 0.1, basis PER_USER, currency USD, earning_type FEE, lever Lists, valid_from 2027-01-01");
        assertThat(sentences(with(CARD, card + row), SHIPPED))
                .singleElement()
                .asString()
                .startsWith("rate OSU USAGE MODERN_WORK, Lists removed: rate 0.1, ");
    }

    @Test
    void aRowThatCannotBeReadIsSaidToBeLeftOut() {
        RuleComparison comparison = RuleComparison.of(
                SHIPPED, with(CARD, text(CARD) + "OSU,NOTHING,,USAGE,x,FEE,PER_USER,1,USD,2027-01-01,\n"));

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.notes())
                .singleElement()
                .asString()
                .startsWith("The rate card of the second cannot be read in every row");
    }

    @Test
    void aDraftIsComparedAsFarAsItsRulesCanBeToldApart() {
        String broken = text(REJECTION).replaceFirst("end\\s+rule", "rule");

        assertThat(RuleSource.in(with(REJECTION, broken)))
                .filteredOn(rule -> rule.file().equals(REJECTION))
                .hasSize(2);
        assertThat(RuleSource.in(with(REJECTION, "rule \"begun\" when"))).isNotEmpty();
        assertThat(RuleSource.in(with(REJECTION, "rule \"begun\""))).isNotEmpty();
    }

    private static List<String> told(RuleText after) {
        return sentences(SHIPPED, after);
    }

    private static List<String> sentences(RuleText before, RuleText after) {
        return RuleComparison.of(before, after).changes().stream()
                .map(RuleChange::sentence)
                .toList();
    }

    private static String text(String path) {
        return new String(Objects.requireNonNull(SHIPPED.content(path)), StandardCharsets.UTF_8);
    }

    private static RuleText with(String path, String text) {
        Map<String, byte[]> files = files(SHIPPED);
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new RuleText(files);
    }

    private static Map<String, byte[]> files(RuleText text) {
        Map<String, byte[]> files = new TreeMap<>();
        text.paths().forEach(path -> files.put(path, Objects.requireNonNull(text.content(path))));
        return files;
    }
}
