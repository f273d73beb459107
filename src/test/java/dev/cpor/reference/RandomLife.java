package dev.cpor.reference;

import static dev.cpor.reference.Deliveries.row;
import static dev.cpor.reference.Deliveries.with;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The life of one claim as somebody might plan it: a walk through the statuses with silences around the deadlines. The plan
 * does not know what the nights make of it, and {@link RandomPost} delivers it late, early, twice and spoiled.
 */
final class RandomLife {

    private final Dice dice;
    private final RandomPost post;
    private final RandomClock clock;
    private final RandomParties parties;
    private final RandomLines lines;
    private final String id;
    private final String program;
    private final String tenant;
    private final Map<Integer, Map<String, String>> planned = new TreeMap<>();
    private String mpn;
    private String status = "EDITING";
    private boolean over;

    RandomLife(String id, Dice dice, RandomPost post, RandomClock clock, RandomParties parties, RandomLines lines) {
        this.id = id;
        this.dice = dice;
        this.post = post;
        this.clock = clock;
        this.parties = parties;
        this.lines = lines;
        this.program = dice.word("OSU OSU OSA");
        this.mpn = parties.somePartner();
        this.tenant = parties.someCustomer();
    }

    void live() {
        post.claim(row(
                "claim_id=" + id,
                "claim_name=" + (dice.chance(97) ? "Renewal, phase " + dice.between(1, 9) : "🙂".repeat(200)),
                "mpn_id=" + mpn,
                "program=" + program,
                "activity="
                        + (program.equals("OSU")
                                ? dice.word("USAGE USAGE USAGE USAGE USAGE USAGE PRE_SALES REVENUE_ASSOCIATION")
                                : dice.word("PRE_SALES PRE_SALES PRE_SALES PRE_SALES USAGE REVENUE_ASSOCIATION")),
                "tenant_id=" + tenant,
                "customer_contact=" + dice.word("none someone@tenant.example").replace("none", "")));
        for (int number = 1; number <= dice.between(1, 4); number++) {
            planned.put(number, lines.line(id, number));
            post.line(planned.get(number), dice.chance(95) ? dice.between(-2, 0) : dice.between(1, 2));
        }
        for (int i = 0; i < 16 && !over; i++) {
            step();
            disturb();
        }
    }

    private void step() {
        switch (status) {
            case "EDITING", "PARTNER_ACTION_REQUIRED" -> partnerActs();
            case "SUBMITTED" -> {
                clock.pass(dice.between(0, dice.chance(30) ? 11 : 2));
                if (dice.chance(12)) {
                    edit();
                }
                next(dice.word("REVIEW_STARTED ".repeat(12) + "CLAIM_WITHDRAWN silence"));
            }
            case "UNDER_REVIEW" -> {
                clock.pass(dice.between(0, dice.chance(30) ? 11 : 2));
                next(dice.word("CLAIM_APPROVED ".repeat(18) + "INFORMATION_REQUESTED ".repeat(6)
                        + "CLAIM_REJECTED CLAIM_REJECTED CLAIM_REJECTED CLAIM_WITHDRAWN silence"));
            }
            case "APPROVED" -> {
                clock.pass(dice.between(0, 10));
                next(dice.word("CONSENT_DECLINED CONSENT_DECLINED CLAIM_WITHDRAWN" + " silence".repeat(12)));
                if (over && dice.chance(30)) {
                    // By now the claim is assessed, or still held.
                    clock.pass(dice.between(1, 20));
                    event(EventKind.valueOf(dice.word("CONSENT_DECLINED CLAIM_WITHDRAWN CLAIM_WITHDRAWN")));
                }
            }
            default -> dispute();
        }
    }

    private void partnerActs() {
        int silence = dice.between(0, status.equals("EDITING") ? 2 : 12);
        if (silence > 9) {
            // The nights have rejected the claim by now.
            clock.pass(silence);
            status = "REJECTED";
            return;
        }
        clock.pass(silence);
        if (dice.chance(25)) {
            edit();
            clock.pass(0);
        }
        if (dice.chance(status.equals("EDITING") ? 94 : 50)) {
            event(EventKind.POE_UPLOADED);
            clock.pass(0);
        }
        next(dice.word("CLAIM_SUBMITTED ".repeat(18) + "CLAIM_WITHDRAWN silence"));
    }

    private void next(String type) {
        if (type.equals("silence")) {
            over = true;
            return;
        }
        event(EventKind.valueOf(type));
        status = switch (type) {
            case "CLAIM_SUBMITTED" -> "SUBMITTED";
            case "REVIEW_STARTED", "DISPUTE_UPHELD" -> "UNDER_REVIEW";
            case "INFORMATION_REQUESTED" -> "PARTNER_ACTION_REQUIRED";
            case "CLAIM_APPROVED" -> "APPROVED";
            default -> "REJECTED";
        };
    }

    private void edit() {
        String[] edit =
                switch (dice.between(0, 4)) {
                    case 0 -> {
                        mpn = parties.somePartner();
                        yield new String[] {"field=mpn_id", "value=" + mpn};
                    }
                    case 1 -> {
                        int number = dice.between(1, dice.chance(80) ? Math.max(1, planned.size()) : 5);
                        planned.remove(number);
                        if (dice.chance(30)) {
                            post.line(lines.line(id, number), dice.between(0, 3));
                        }
                        yield new String[] {"field=remove_line", "value=" + number};
                    }
                    case 2 -> new String[] {"field=customer_contact", "value=other@tenant.example"};
                    default -> new String[] {"field=claim_name", "value=Renamed, again"};
                };
        post.event(with(RandomFaults.anyEvent(dice, EventKind.CLAIM_EDITED), edit));
    }

    private void dispute() {
        clock.pass(dice.chance(75) ? dice.between(0, 4) : dice.between(28, 32));
        if (dice.chance(30)) {
            over = true;
            return;
        }
        String[] wrong = dice.chance(20)
                ? new String[] {dice.word("mpn_id=P-001 program=OSA products=S-1 tenant_id=T-0001")}
                : new String[0];
        String products = planned.values().stream()
                .map(RandomLines::nameInDispute)
                .distinct()
                .collect(Collectors.joining(";"));
        post.dispute(with(
                row(
                        "mpn_id=" + mpn,
                        "program=" + program,
                        "products=" + (products.isEmpty() ? "nothing" : products),
                        "tenant_id=" + tenant,
                        "details=We disagree,\nand \"strongly\""),
                wrong));
        clock.pass(dice.between(0, 4));
        next(dice.word("DISPUTE_UPHELD DISPUTE_UPHELD DISPUTE_UPHELD DISPUTE_DENIED silence"));
    }

    /** What does not belong to the plan: comments, events at the wrong time, lines that change or come too late. */
    private void disturb() {
        if (dice.chance(12)) {
            event(EventKind.COMMENTED);
        }
        if (post.isTidy()) {
            return;
        }
        if (dice.chance(10)) {
            event(dice.pick(List.of(EventKind.values())));
        }
        if (dice.chance(10)) {
            int number = dice.between(1, 5);
            Map<String, String> line = lines.line(id, number);
            if (planned.containsKey(number)) {
                planned.put(number, line);
            }
            post.line(line, 0);
        }
    }

    private void event(EventKind kind) {
        post.event(RandomFaults.anyEvent(dice, kind));
    }
}
