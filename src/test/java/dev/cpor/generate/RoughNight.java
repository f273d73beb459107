package dev.cpor.generate;

import dev.cpor.domain.Activity;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Claim;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What a night makes of a claim, by the contract's fourth section; the rate card only as far as the feeds need it. */
record RoughNight(
        LocalDate date,
        Map<String, FeedRow> partners,
        Map<String, Map<Integer, FeedRow>> lines,
        Map<String, LocalDate> firstRates,
        Map<ReasonCode, SortedSet<String>> fired) {
    private static final Set<String> PAID_BY_REVENUE =
            Set.of("Dynamics 365 Sales", "Dynamics 365 Finance", "Dynamics 365 Customer Service");

    static boolean isOpen(Claim claim) {
        return switch (claim.status()) {
            case SUBMITTED, UNDER_REVIEW, PARTNER_ACTION_REQUIRED -> true;
            case APPROVED -> claim.incentive() == Incentive.NOT_ASSESSED;
            default -> false;
        };
    }

    Claim decide(Claim claim) {
        if (!isOpen(claim)) {
            return claim;
        }
        int days = BusinessCalendar.daysBetween(claim.statusSince(), date);
        int businessDays = Replay.CALENDAR.businessDaysBetween(claim.statusSince(), date);
        LocalDate submitted = claim.firstSubmitted();
        int sinceSubmission = submitted == null ? 0 : Replay.CALENDAR.businessDaysBetween(submitted, date);
        Set<ReasonCode> notes = EnumSet.noneOf(ReasonCode.class);
        boolean reviewers = claim.status() == Status.SUBMITTED || claim.status() == Status.UNDER_REVIEW;
        if (claim.status() == Status.SUBMITTED && businessDays > 5) {
            notes.add(ReasonCode.REVIEW_START_OVERDUE);
        }
        if (claim.status() == Status.UNDER_REVIEW && businessDays > 5) {
            notes.add(ReasonCode.REVIEW_DECISION_OVERDUE);
        }
        if (reviewers && sinceSubmission > 10) {
            notes.add(ReasonCode.DECISION_TARGET_MISSED);
        }
        if (claim.status() == Status.PARTNER_ACTION_REQUIRED && businessDays >= 3) {
            if (businessDays > 5) {
                return rejected(claim, ReasonCode.NO_PARTNER_RESPONSE);
            }
            notes.add(ReasonCode.PARTNER_RESPONSE_DUE);
        }
        if (claim.consent() == Consent.DECLINED) {
            return rejected(claim, ReasonCode.CUSTOMER_DECLINED);
        }
        if (claim.consent() == Consent.ELAPSED || (claim.consent() == Consent.PENDING && days > 7)) {
            return assessed(claim);
        }
        return notes.isEmpty() ? claim : noted(claim, notes);
    }

    private Claim assessed(Claim claim) {
        FeedRow partner = partners.get(claim.mpnId());
        if (partner == null) {
            throw new IllegalStateException("Claim " + claim.claimId() + " has an unknown partner.");
        }
        if (partner.get("payout_profile_valid").equals("false")) {
            return held(claim, ReasonCode.PAYOUT_PROFILE_INVALID);
        }
        boolean ruledOut = false;
        if (claim.activity() == Activity.REVENUE_ASSOCIATION) {
            ruledOut = fire(claim, ReasonCode.RECOGNITION_ONLY);
        }
        if (!partner.get("programs").contains(claim.program().name())) {
            ruledOut = fire(claim, ReasonCode.PARTNER_NOT_ENROLLED);
        }
        boolean earns = false;
        for (int lineNo : claim.lines().keySet()) {
            FeedRow line = lines.getOrDefault(claim.claimId(), Map.of()).get(lineNo);
            if (line == null || ruledOut) {
                continue;
            }
            List<ReasonCode> against = against(claim, partner, line);
            against.forEach(reason -> fire(claim, reason));
            if (against.isEmpty()) {
                LocalDate firstRate = firstRates.get(line.get("currency"));
                boolean needsRate =
                        isPaidByRevenue(claim, line) && !line.get("currency").equals("USD");
                if (needsRate && (firstRate == null || firstRate.isAfter(date))) {
                    return held(claim, ReasonCode.NO_EXCHANGE_RATE);
                }
                earns = true;
            }
        }
        Incentive incentive = earns && !ruledOut ? Incentive.ELIGIBLE : Incentive.INELIGIBLE;
        return with(claim, Status.APPROVED, null, Consent.ELAPSED, incentive, claim.statusSince(), claim.notes());
    }

    private static List<ReasonCode> against(Claim claim, FeedRow partner, FeedRow line) {
        Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
        boolean business = line.get("workload").isEmpty();
        if (!partner.get("designations").contains(line.get("solution_area"))) {
            reasons.add(ReasonCode.NO_DESIGNATION);
        }
        if (line.get("channel").equals("CSP")) {
            reasons.add(ReasonCode.CHANNEL_NOT_ELIGIBLE);
        }
        if (business && !Set.of("ACTIVE", "GRACE").contains(line.get("subscription_state"))) {
            reasons.add(ReasonCode.SUBSCRIPTION_NOT_ACTIVE);
        }
        if (!business && claim.program() == Program.OSU && Integer.parseInt(line.get("seats")) < 150) {
            reasons.add(ReasonCode.BELOW_MINIMUM_SEATS);
        }
        if (reasons.isEmpty()) {
            Activity paid = claim.program() == Program.OSU ? Activity.USAGE : Activity.PRE_SALES;
            String base = isPaidByRevenue(claim, line) ? "annual_revenue" : "monthly_active_users";
            if (claim.activity() != paid) {
                reasons.add(ReasonCode.NO_RATE);
            } else if (line.get(base).equals("0")) {
                reasons.add(ReasonCode.NOTHING_TO_EARN);
            }
        }
        return List.copyOf(reasons);
    }

    private static boolean isPaidByRevenue(Claim claim, FeedRow line) {
        return PAID_BY_REVENUE.contains(line.get("product"))
                || (claim.program() == Program.OSA && line.get("workload").isEmpty());
    }

    private boolean fire(Claim claim, ReasonCode reason) {
        fired.computeIfAbsent(reason, key -> Replay.ids()).add(claim.claimId());
        return true;
    }

    private Claim held(Claim claim, ReasonCode reason) {
        fire(claim, reason);
        Incentive waits = Incentive.NOT_ASSESSED;
        Set<ReasonCode> notes = union(claim.notes(), Set.of(reason));
        return with(claim, Status.APPROVED, null, Consent.ELAPSED, waits, claim.statusSince(), notes);
    }

    private Claim noted(Claim claim, Set<ReasonCode> more) {
        more.forEach(reason -> fire(claim, reason));
        Set<ReasonCode> notes = union(claim.notes(), more);
        return with(claim, claim.status(), null, claim.consent(), claim.incentive(), claim.statusSince(), notes);
    }

    private Claim rejected(Claim claim, ReasonCode reason) {
        fire(claim, reason);
        return with(claim, Status.REJECTED, reason, claim.consent(), claim.incentive(), date, Set.of());
    }

    private static Set<ReasonCode> union(Set<ReasonCode> some, Set<ReasonCode> more) {
        Set<ReasonCode> all = EnumSet.copyOf(more);
        all.addAll(some);
        return all;
    }

    private static Claim with(
            Claim claim,
            Status status,
            @Nullable ReasonCode rejection,
            Consent consent,
            Incentive incentive,
            LocalDate since,
            Set<ReasonCode> notes) {
        return new Claim(
                claim.claimId(),
                claim.claimName(),
                claim.mpnId(),
                claim.program(),
                claim.activity(),
                claim.tenantId(),
                claim.customerContact(),
                claim.partnerContact(),
                status,
                rejection,
                null,
                consent,
                incentive,
                since,
                claim.firstSubmitted(),
                claim.lines(),
                claim.removedLines(),
                claim.hasDocument(),
                claim.disputeId(),
                claim.disputeOpen(),
                notes,
                claim.version());
    }
}
