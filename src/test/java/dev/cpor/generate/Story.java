package dev.cpor.generate;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tells the life of one hand-picked claim, day by day. */
final class Story {
    static final LocalDate FROM = LocalDate.of(2026, 9, 21);
    static final LocalDate TO = LocalDate.of(2026, 11, 20);

    private final Feeds feeds;
    private final ClaimSheet claim;
    private final String period;
    private final EventLog log;

    Story(Feeds feeds, long number, Party party, Program program, Activity activity, String name, String created) {
        this.feeds = feeds;
        this.claim = new ClaimSheet(number, program, party.mpnId(), party.tenantId());
        Dice dice = new Dice(2026, Feed.EVENTS, number);
        long day = LocalDate.parse(created).toEpochDay();
        this.log = new EventLog(feeds, new Timeline(FROM, TO), claim, dice, day);
        this.period = log.period();
        feeds.row(
                Feed.CLAIMS,
                period,
                claim.claimId(),
                name,
                claim.mpnId,
                program.name(),
                activity.name(),
                claim.tenantId,
                claim.customerActor(),
                claim.partnerActor(),
                log.now());
        log.soon();
    }

    ClaimSheet claim() {
        return claim;
    }

    /** Adds a line for a product that was bought directly, with an active subscription. */
    Story sells(String product, String revenue, String currency) {
        return product(product, "DIRECT", "ACTIVE", 200, 120, revenue, currency);
    }

    /** Adds a line for a workload that was bought directly. */
    Story runs(String workload, int seats, int users) {
        return line("MODERN_WORK", null, null, workload, "DIRECT", null, seats, users, "24000.00", "USD");
    }

    Story product(String product, String channel, String state, int seats, int users, String revenue, String currency) {
        String subscription = "sub-" + claim.number + "-" + (claim.lines.size() + 1);
        String area = "BUSINESS_APPLICATIONS";
        return line(area, product, subscription, null, channel, state, seats, users, revenue, currency);
    }

    private Story line(
            String area,
            @Nullable String product,
            @Nullable String subscription,
            @Nullable String workload,
            String channel,
            @Nullable String state,
            int seats,
            int users,
            String revenue,
            String currency) {
        int lineNo = claim.lines.size() + 1;
        claim.lines.put(lineNo, subscription != null ? subscription : String.valueOf(workload));
        feeds.row(
                Feed.CLAIM_LINES,
                period,
                claim.claimId(),
                Integer.toString(lineNo),
                area,
                product,
                subscription,
                workload,
                channel,
                state,
                Integer.toString(seats),
                Integer.toString(users),
                revenue,
                currency);
        return this;
    }

    /** Goes on to a day and returns what can happen on it. */
    EventLog on(String day) {
        if (!log.goTo(LocalDate.parse(day).toEpochDay())) {
            throw new IllegalArgumentException(day + " is after the last day of the sample.");
        }
        return log;
    }

    Story submitted(String day) {
        on(day).uploaded("statement-of-work.pdf");
        log.submitted();
        return this;
    }

    Story underReview(String day) {
        on(day).reviewStarted();
        return this;
    }

    Story asked(String day) {
        on(day).informationRequested("MISSING_CUSTOMER_ACKNOWLEDGMENT", "Please add the customer's signature.");
        return this;
    }

    /** Submits and starts the review on one day, and approves on another. */
    Story approved(String submitted, String day) {
        submitted(submitted).underReview(submitted).on(day).approved();
        return this;
    }

    /** Submits and starts the review on one day, and rejects on another. */
    Story rejected(String submitted, String day) {
        submitted(submitted).underReview(submitted).on(day);
        log.rejected(ReasonCode.INSUFFICIENT_POE, "The documents do not show work by the partner.");
        return this;
    }
}
