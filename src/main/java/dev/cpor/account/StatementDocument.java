package dev.cpor.account;

import static dev.cpor.report.Tables.row;

import dev.cpor.account.Document.Part;
import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.PaymentStatus;
import dev.cpor.domain.ReasonCode;
import dev.cpor.report.Column;
import dev.cpor.store.account.StatementQueries.Earned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement as the partner reads it: balances first, then what earned or did not, then what waits. */
final class StatementDocument {
    private static final List<Column> CLAIM = List.of(
            Column.text("claim_id"), Column.text("claim_name"), Column.text("program"), Column.text("customer"));

    private static final List<Column> LINE = columns(
            Column.text("date"),
            Column.number("line_no"),
            Column.text("product_or_workload"),
            Column.text("subscription_id"),
            Column.text("earning_id"),
            Column.number("amount"),
            Column.text("currency"),
            Column.text("explanation"),
            Column.text("payment"));

    private static final Map<String, List<String>> UNDER_CLAIM =
            Map.of("claim_id", List.of("claim_name", "customer", "program"));
    private static final Map<String, List<String>> UNDER_LINE = Map.of(
            "claim_id",
            List.of("claim_name", "customer", "program"),
            "product_or_workload",
            List.of("subscription_id"),
            "payment",
            List.of("earning_id"));

    private final Statement statement;
    private final Period month;

    private StatementDocument(Statement statement) {
        this.statement = statement;
        this.month = Period.of(statement.month());
    }

    static Document of(Statement statement) {
        return new StatementDocument(statement).document();
    }

    private Document document() {
        List<Part> parts = List.of(balances(), handedOff(), takenBack(), payments(), rejected(), onHold(), open());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("mpn_id", statement.mpnId());
        facts.put("partner", statement.partner());
        facts.put("month", statement.month().toString());
        facts.put("as_of", statement.asOf() == null ? null : statement.asOf().toString());
        return new Document(
                "Statement of %s for %s, MPN ID %s".formatted(month.told(), statement.partner(), statement.mpnId()),
                lead(parts),
                facts,
                List.of(),
                "",
                parts,
                Integer.MAX_VALUE);
    }

    private String lead(List<Part> parts) {
        String asOf = statement.asOf() == null
                ? "No night is complete up to its end."
                : "As of %s.".formatted(statement.asOf());
        return parts.stream().skip(1).allMatch(Part::isEmpty)
                ? asOf + " No claim was handed off, rejected, on hold or open."
                : asOf + " Amounts are told in the currency in which they are earned.";
    }

    private Part balances() {
        Map<String, List<Earned>> byCurrency = statement.earned().stream()
                .collect(Collectors.groupingBy(
                        one -> one.amount().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()));
        return new Part(
                "balances",
                "Balances",
                List.of(
                        Column.text("currency"),
                        Column.number("opening"),
                        Column.number("earned"),
                        Column.number("taken_back"),
                        Column.number("closing"),
                        Column.number("sent"),
                        Column.number("not_sent")),
                byCurrency.entrySet().stream()
                        .map(one -> balance(one.getKey(), one.getValue()))
                        .toList());
    }

    private List<@Nullable Object> balance(String currency, List<Earned> all) {
        BigDecimal closing = sum(all, one -> true);
        BigDecimal sent = sum(all, StatementDocument::isSent);
        return row(
                Currency.getInstance(currency),
                sum(all, one -> one.businessDate().isBefore(month.first())),
                sum(all, one -> month.holds(one.businessDate()) && one.reverses() == null),
                sum(all, one -> month.holds(one.businessDate()) && one.reverses() != null),
                closing,
                sent,
                closing.subtract(sent));
    }

    private static boolean isSent(Earned one) {
        return one.answer() != null && one.answer().status() == PaymentStatus.SENT;
    }

    /** The decimals are those of all of them, also where none is added. */
    private static BigDecimal sum(Collection<Earned> all, Predicate<Earned> which) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Earned one : all) {
            BigDecimal amount = one.amount().amount();
            sum = sum.add(which.test(one) ? amount : amount.subtract(amount));
        }
        return sum;
    }

    private Part handedOff() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Map<String, String> takenBackBy = new HashMap<>();
        for (Earned one : statement.earned()) {
            if (one.reverses() != null) {
                takenBackBy.put(one.reverses(), one.earningId());
            }
        }
        statement.handedOff().forEach(one -> new HandedOffLines(one, takenBackBy).addTo(rows));
        return new Part(
                "handed_off", "Assessed claims: what each line earns, or why it earns nothing", LINE, rows, UNDER_LINE);
    }

    private Part takenBack() {
        return new Part(
                "taken_back",
                "Earnings that were taken back",
                LINE,
                statement.earned().stream()
                        .filter(one -> one.reverses() != null && month.holds(one.businessDate()))
                        .map(one -> HandedOffLines.row(
                                one, "Takes back %s. %s".formatted(one.reverses(), why(one)), payment(one.answer())))
                        .toList(),
                UNDER_LINE);
    }

    private static String why(Earned one) {
        String code = Objects.requireNonNullElse(one.reasonCode(), "");
        for (ReasonCode reason : ReasonCode.values()) {
            if (reason.name().equals(code)) {
                return PartnerWords.of(reason);
            }
        }
        return code;
    }

    private Part payments() {
        return new Part(
                "payments",
                "Payments that were reported in the month",
                List.of(
                        Column.text("claim_id"),
                        Column.text("earning_id"),
                        Column.number("amount"),
                        Column.text("currency"),
                        Column.text("date"),
                        Column.text("payment")),
                statement.earned().stream()
                        .filter(one -> one.toldOn() != null && month.holds(one.toldOn()))
                        .map(one -> row(
                                one.subject().claimId(),
                                one.earningId(),
                                one.amount().amount(),
                                one.amount().currency(),
                                one.toldOn(),
                                payment(one.answer())))
                        .toList());
    }

    /** Returns what finance answered, in a few words. */
    static String payment(@Nullable PaymentResult answer) {
        if (answer == null) {
            return "not reported yet";
        }
        String result =
                switch (answer.status()) {
                    case SENT -> "sent";
                    case FAILED -> "failed";
                    case REJECTED -> "not paid";
                };
        return result
                + (answer.paidOn() == null ? "" : " on " + answer.paidOn())
                + (answer.paymentId() == null ? "" : ", payment " + answer.paymentId())
                + (answer.reason() == null ? "" : ": " + answer.reason());
    }

    private Part rejected() {
        return new Part(
                "rejected",
                "Claims whose rejection was recorded in the month",
                columns(Column.text("date"), Column.text("explanation")),
                statement.rejected().stream()
                        .map(one -> HandedOffLines.with(
                                one.subject(),
                                one.day(),
                                PartnerWords.of(one.reasons())
                                        + (one.takenBack() ? " " + PartnerWords.DECIDED_ANEW : "")))
                        .toList(),
                UNDER_CLAIM);
    }

    private Part onHold() {
        return new Part(
                "on_hold",
                "Claims on hold at the end of the month",
                columns(Column.text("since"), Column.text("explanation")),
                statement.onHold().stream()
                        .map(one -> HandedOffLines.with(one.subject(), one.since(), PartnerWords.of(one.reasons())))
                        .toList(),
                UNDER_CLAIM);
    }

    private Part open() {
        return new Part(
                "open",
                "Other open claims at the end of the month",
                columns(Column.text("status"), Column.text("since"), Column.text("explanation")),
                statement.open().stream()
                        .map(one -> HandedOffLines.with(
                                one.subject(),
                                one.status(),
                                one.since(),
                                (PartnerWords.of(one.status(), one.consent()) + " " + PartnerWords.of(one.reasons()))
                                        .strip()))
                        .toList(),
                UNDER_CLAIM);
    }

    private static List<Column> columns(Column... more) {
        List<Column> all = new ArrayList<>(CLAIM);
        all.addAll(List.of(more));
        return all;
    }
}
