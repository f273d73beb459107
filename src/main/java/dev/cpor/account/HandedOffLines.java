package dev.cpor.account;

import dev.cpor.domain.ReasonCode;
import dev.cpor.store.account.StatementQueries.Earned;
import dev.cpor.store.account.StatementQueries.Line;
import dev.cpor.store.account.StatementQueries.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of each line of a claim that was handed off what it earns, or why it earns nothing. */
final class HandedOffLines {
    private final Statement.HandedOff claim;
    private final Map<String, String> takenBackBy;

    /** @param takenBackBy the reversals of earnings, by the earning ID of what they take back */
    HandedOffLines(Statement.HandedOff claim, Map<String, String> takenBackBy) {
        this.claim = claim;
        this.takenBackBy = takenBackBy;
    }

    void addTo(List<List<@Nullable Object>> rows) {
        if (claim.lines().isEmpty() && claim.earned().isEmpty()) {
            rows.add(nothing(null, "The claim had no product or workload left."));
        }
        for (Line line : claim.lines()) {
            Optional<Earned> earned = claim.earned().stream()
                    .filter(one -> one.lineNo() == line.lineNo())
                    .findFirst();
            rows.add(earned.map(one -> row(one, explained(how(one)), payment(one)))
                    .orElseGet(() -> nothing(line, why(line))));
        }
    }

    private String explained(String explanation) {
        if (!claim.takenBack()) {
            return explanation;
        }
        return explanation + (explanation.endsWith(".") ? " " : ". ") + PartnerWords.ASSESSED_ANEW;
    }

    private String payment(Earned one) {
        String by = takenBackBy.get(one.earningId());
        if (by == null) {
            return StatementDocument.payment(one.answer());
        }
        String takenBack = "taken back by " + by;
        return one.answer() == null ? takenBack : StatementDocument.payment(one.answer()) + "; " + takenBack;
    }

    private String why(Line line) {
        Set<ReasonCode> own = claim.lineReasons().getOrDefault(line.lineNo(), Set.of());
        String sentences = (PartnerWords.of(claim.reasons()) + " " + PartnerWords.of(own)).strip();
        return sentences.isEmpty() ? "The line was added after the claim was assessed." : sentences;
    }

    private List<@Nullable Object> nothing(@Nullable Line line, String why) {
        return with(
                claim.subject(),
                claim.businessDate(),
                line == null ? null : line.lineNo(),
                line == null ? null : line.productOrWorkload(),
                line == null ? null : line.subscriptionId(),
                null,
                null,
                null,
                explained(why),
                null);
    }

    /** Returns the row of an earning or a reversal. */
    static List<@Nullable Object> row(Earned one, String explanation, String payment) {
        return with(
                one.subject(),
                one.businessDate(),
                one.lineNo(),
                one.productOrWorkload(),
                one.subscriptionId(),
                one.earningId(),
                one.amount().amount(),
                one.amount().currency(),
                explanation,
                payment);
    }

    /** Returns a row that begins with what the claim is called. */
    static List<@Nullable Object> with(Subject subject, @Nullable Object... more) {
        List<@Nullable Object> row =
                new ArrayList<>(List.of(subject.claimId(), subject.claimName(), subject.program(), subject.customer()));
        row.addAll(Arrays.asList(more));
        return row;
    }

    /** Says how an amount comes about, such as {@code 1.25 % of the annual revenue of 12000.00 EUR}. */
    private static String how(Earned one) {
        String rate = one.rate().toPlainString();
        String each = "%s %s for each of %,d %s";
        return switch (one.basis()) {
            case REVENUE_PERCENT ->
                "%s %% of the annual revenue of %s %s"
                        .formatted(
                                rate,
                                one.transaction() == null
                                        ? ""
                                        : one.transaction().amount().toPlainString(),
                                one.amount().currency());
            case PER_USER -> each.formatted(rate, one.amount().currency(), one.quantity(), "monthly active users");
            case PER_SEAT -> each.formatted(rate, one.amount().currency(), one.quantity(), "seats");
        };
    }
}
