package dev.cpor.reference;

import static dev.cpor.reference.ReferenceRates.get;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a handed-off claim earns on a day. */
final class ReferenceAssessment {

    private static final int MINIMUM_SEATS = 150;

    /** A conflict, or a hold, or the reasons and the earnings; an empty hold is none. */
    record Result(boolean conflict, String hold, Set<String> reasons, List<ReferenceEarning> earnings) {}

    private final ReferenceState state;
    private final ReferenceRates rates;

    ReferenceAssessment(ReferenceState state, ReferenceRates rates) {
        this.state = state;
        this.rates = rates;
    }

    Result assess(ReferenceClaim claim, LocalDate date) {
        FeedRow partner = Objects.requireNonNull(state.partners.get(claim.mpnId));
        if (!partner.get("payout_profile_valid").equals("true")) {
            return new Result(false, "PAYOUT_PROFILE_INVALID", Set.of(), List.of());
        }
        Set<String> reasons = new TreeSet<>();
        if (claim.activity.equals("REVENUE_ASSOCIATION")) {
            reasons.add("RECOGNITION_ONLY");
        }
        if (!partner.list("programs").contains(claim.program)) {
            reasons.add("PARTNER_NOT_ENROLLED");
        }
        // Decision: what rules out the claim rules out its lines, so no NO_RATE, conflict or missing exchange rate
        // then.
        boolean claimRuledOut = !reasons.isEmpty();
        boolean conflict = false;
        boolean exchangeRateMissing = false;
        List<ReferenceEarning> earnings = new ArrayList<>();
        for (FeedRow line : claim.lines.values()) {
            Set<String> against = against(claim, partner, line);
            reasons.addAll(against);
            if (claimRuledOut || !against.isEmpty()) {
                continue;
            }
            List<Map<String, String>> fitting =
                    rates.fitting(claim.program, claim.activity, line.get("solution_area"), product(line), date);
            if (fitting.size() > 1) {
                conflict = true;
            } else if (fitting.isEmpty()) {
                reasons.add("NO_RATE");
            } else {
                BigDecimal amount = amount(line, fitting.get(0));
                Map.Entry<LocalDate, BigDecimal> exchange = exchange(currency(line, fitting.get(0)), date);
                if (amount.signum() == 0) {
                    reasons.add("NOTHING_TO_EARN");
                } else if (exchange == null) {
                    exchangeRateMissing = true;
                } else {
                    earnings.add(earning(claim, line, fitting.get(0), amount, exchange, date));
                }
            }
        }
        // Decision: "a hold wins over everything", also over two rates that fit another line.
        if (exchangeRateMissing) {
            return new Result(false, "NO_EXCHANGE_RATE", Set.of(), List.of());
        }
        return new Result(conflict, "", reasons, earnings);
    }

    private static Set<String> against(ReferenceClaim claim, FeedRow partner, FeedRow line) {
        Set<String> reasons = new TreeSet<>();
        String area = line.get("solution_area");
        if (!partner.list("designations").contains(area)) {
            reasons.add("NO_DESIGNATION");
        }
        if (line.get("channel").equals("CSP")) {
            reasons.add("CHANNEL_NOT_ELIGIBLE");
        }
        if (area.equals("BUSINESS_APPLICATIONS")
                && !Set.of("ACTIVE", "GRACE").contains(line.get("subscription_state"))) {
            reasons.add("SUBSCRIPTION_NOT_ACTIVE");
        }
        if (claim.program.equals("OSU")
                && area.equals("MODERN_WORK")
                && Integer.parseInt(line.get("seats")) < MINIMUM_SEATS) {
            reasons.add("BELOW_MINIMUM_SEATS");
        }
        return reasons;
    }

    private static String product(FeedRow line) {
        return line.get("product").isEmpty() ? line.get("workload") : line.get("product");
    }

    private static String currency(FeedRow line, Map<String, String> rate) {
        return get(rate, "basis").equals("REVENUE_PERCENT") ? line.get("currency") : get(rate, "currency");
    }

    private static BigDecimal amount(FeedRow line, Map<String, String> rate) {
        BigDecimal exact =
                switch (get(rate, "basis")) {
                    case "REVENUE_PERCENT" ->
                        new BigDecimal(line.get("annual_revenue"))
                                .multiply(ReferenceRates.rate(rate))
                                .movePointLeft(2);
                    case "PER_USER" ->
                        new BigDecimal(line.get("monthly_active_users")).multiply(ReferenceRates.rate(rate));
                    case "PER_SEAT" -> new BigDecimal(line.get("seats")).multiply(ReferenceRates.rate(rate));
                    default -> throw new IllegalArgumentException("unknown basis in " + rate);
                };
        int minorUnits = Currency.getInstance(currency(line, rate)).getDefaultFractionDigits();
        return exact.setScale(minorUnits, RoundingMode.HALF_UP);
    }

    private Map.@Nullable Entry<LocalDate, BigDecimal> exchange(String currency, LocalDate date) {
        if (currency.equals("USD")) {
            return Map.entry(date, BigDecimal.ONE);
        }
        NavigableMap<LocalDate, BigDecimal> known = state.exchangeRates.getOrDefault(currency, new TreeMap<>());
        return known.floorEntry(date);
    }

    private static ReferenceEarning earning(
            ReferenceClaim claim,
            FeedRow line,
            Map<String, String> rate,
            BigDecimal amount,
            Map.Entry<LocalDate, BigDecimal> exchange,
            LocalDate date) {
        return new ReferenceEarning(
                claim.id + "-" + line.get("line_no") + "-1",
                claim.id,
                Integer.parseInt(line.get("line_no")),
                claim.program,
                get(rate, "lever"),
                get(rate, "earning_type"),
                ReferenceRates.rate(rate),
                amount,
                currency(line, rate),
                amount.multiply(exchange.getValue()).setScale(2, RoundingMode.HALF_UP),
                exchange.getValue(),
                exchange.getKey(),
                date);
    }
}
