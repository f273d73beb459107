package dev.cpor.reference;

import static dev.cpor.reference.Deliveries.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Delivers the rows of one claim. A tidy claim's rows come once and on their own day; another's come late or early, twice
 * with the same or with other content, and with spoiled ones between them, under ids of their own or of sound rows.
 */
final class RandomPost {

    private final String claim;
    private final Dice dice;
    private final Deliveries deliveries;
    private final RandomFaults faults;
    private final RandomClock clock;
    private final boolean tidy;
    private final boolean ordered;
    private final List<Sent> sent = new ArrayList<>();
    private int ids;

    private record Sent(FeedKind kind, Map<String, String> row) {}

    RandomPost(String claim, Dice dice, Deliveries deliveries, RandomClock clock) {
        this.claim = claim;
        this.dice = dice;
        this.deliveries = deliveries;
        this.faults = new RandomFaults(dice);
        this.clock = clock;
        this.tidy = dice.chance(40);
        this.ordered = dice.chance(70);
    }

    boolean isTidy() {
        return tidy;
    }

    /** A creation at the clock's time; one in six of the untidy comes again some days later, for it may have been refused. */
    void claim(Map<String, String> row) {
        Map<String, String> claimRow = with(row, "created_at=" + clock.text());
        send(FeedKind.CLAIMS, claimRow, arrival());
        if (dice.chance(16)) {
            send(FeedKind.CLAIMS, claimRow, dice.between(2, 25));
        }
    }

    /** A line that arrives so many days after the clock's. */
    void line(Map<String, String> row, int daysLater) {
        send(FeedKind.CLAIM_LINES, row, daysLater);
    }

    void event(Map<String, String> row) {
        send(
                FeedKind.EVENTS,
                with(row, "event_id=" + id("E"), "claim_id=" + claim, "occurred_at=" + clock.text()),
                arrival());
    }

    void dispute(Map<String, String> row) {
        send(
                FeedKind.DISPUTES,
                with(row, "dispute_id=" + id("D"), "claim_id=" + claim, "opened_at=" + clock.text()),
                arrival());
    }

    private String id(String prefix) {
        ids++;
        // Ids against the order of their rows decide at the same instant.
        int order = ordered ? ids : 99 - ids;
        return "%s-%s-%02d".formatted(prefix, claim, order);
    }

    private int arrival() {
        if (tidy || dice.chance(86)) {
            return 0;
        }
        return dice.chance(60) ? dice.between(1, 8) : dice.between(-8, -1);
    }

    private void send(FeedKind kind, Map<String, String> row, int daysLater) {
        if (!tidy && dice.chance(6)) {
            Map<String, String> spoiled = faults.spoil(kind, row);
            // Half of the spoiled rows carry the id of the sound one, which they must not take.
            boolean ownId = kind == FeedKind.EVENTS && dice.chance(50) && !spoiled.containsKey(FeedText.ONE_TOO_FEW);
            deliver(kind, ownId ? with(spoiled, "event_id=" + id("X")) : spoiled, daysLater - dice.between(0, 1));
        }
        deliver(kind, row, daysLater);
        sent.add(new Sent(kind, row));
        if (!tidy && dice.chance(8)) {
            Sent again = dice.pick(sent);
            deliver(again.kind(), dice.chance(60) ? again.row() : changed(again), daysLater + dice.between(0, 6));
        }
    }

    /** Other content under the same id; for an event the same instant with another offset, which is other text. */
    private Map<String, String> changed(Sent before) {
        return switch (before.kind()) {
            case CLAIMS -> with(before.row(), "claim_name=Another name");
            case CLAIM_LINES -> with(before.row(), "annual_revenue=" + dice.between(0, 5000), "seats=150");
            case EVENTS -> with(before.row(), "occurred_at=" + clock.text(), "actor=Somebody else");
            default -> with(before.row(), "details=Something else");
        };
    }

    private void deliver(FeedKind kind, Map<String, String> row, int daysLater) {
        deliveries.add(clock.day().plusDays(daysLater), kind, new LinkedHashMap<>(row));
    }
}
