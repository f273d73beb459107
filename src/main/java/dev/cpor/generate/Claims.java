package dev.cpor.generate;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Program;

/** Makes the claims, each with its lines and its life, from its number alone. */
final class Claims {
    private final Partners partners;
    private final Customers customers;
    private final Timeline timeline;
    private final Feeds feeds;
    private final ClaimLines lines;

    Claims(Partners partners, Customers customers, Timeline timeline, Feeds feeds) {
        this.partners = partners;
        this.customers = customers;
        this.timeline = timeline;
        this.feeds = feeds;
        this.lines = new ClaimLines(feeds);
    }

    /** Writes all rows of so many claims. */
    void write(long seed, long claims) {
        for (long index = 0; index < claims; index++) {
            write(index + 1, timeline.creationDay(index, claims), new Dice(seed, Feed.CLAIMS, index));
        }
    }

    private void write(long number, long day, Dice dice) {
        long customer = dice.below(customers.count());
        long partner = dice.happens(800) ? customers.homePartner(customer) : dice.below(partners.count());
        Program program = dice.happens(700) ? Program.OSU : Program.OSA;
        Activity activity = activity(program, dice);
        ClaimSheet claim = new ClaimSheet(number, program, partners.mpnId(partner), customers.tenantId(customer));
        EventLog log = new EventLog(feeds, timeline, claim, dice, day);
        String period = log.period();
        feeds.row(
                Feed.CLAIMS,
                period,
                claim.claimId(),
                dice.oneOf(ClaimLines.PRODUCTS) + " " + dice.oneOf(Wording.OCCASIONS),
                claim.mpnId,
                program.name(),
                activity.name(),
                claim.tenantId,
                dice.happens(900) ? claim.customerActor() : null,
                dice.happens(950) ? claim.partnerActor() : null,
                log.now());
        lines.write(claim, period, customers.country(customer), dice);
        log.soon();
        new ClaimLife(claim, log, dice, partners.mpnId(dice.below(partners.count()))).live();
    }

    private static Activity activity(Program program, Dice dice) {
        int share = dice.between(0, 99);
        if (share < 8) {
            return Activity.REVENUE_ASSOCIATION;
        }
        boolean usual = share < 95;
        return usual == (program == Program.OSU) ? Activity.USAGE : Activity.PRE_SALES;
    }
}
