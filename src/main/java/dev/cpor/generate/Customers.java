package dev.cpor.generate;

import java.util.HexFormat;
import java.util.List;

/** The customers, each made from its number alone. */
final class Customers {
    private static final List<String> TRADES = List.of(
            "Airport",
            "Bakeries",
            "Clinics",
            "Energy",
            "Foods",
            "Insurance",
            "Logistics",
            "Museums",
            "Retail",
            "Steel");
    private static final HexFormat HEX = HexFormat.of();

    private final long seed;
    private final long count;
    private final Partners partners;

    Customers(long seed, long count, Partners partners) {
        this.seed = seed;
        this.count = count;
        this.partners = partners;
    }

    long count() {
        return count;
    }

    /** Returns something like a version 4 UUID, different for each customer. */
    String tenantId(long index) {
        // The 48 bits that hold the number, turned round by an odd factor, keep the IDs apart; the rest is chance.
        long head = (index * 0x5deece66dL + Dice.mix(seed)) & 0xffff_ffff_ffffL;
        long tail = Dice.mix(Dice.mix(~seed) + index);
        String front = HEX.toHexDigits(head, 12);
        String back = HEX.toHexDigits(tail, 15);
        return front.substring(0, 8) + "-" + front.substring(8) + "-4" + back.substring(0, 3) + "-a"
                + back.substring(3, 6) + "-" + HEX.toHexDigits(tail >>> 13, 12);
    }

    /** Returns the number of the partner that the customer usually works with. */
    long homePartner(long index) {
        return new Dice(seed, Feed.CUSTOMERS, index).below(partners.count());
    }

    /** Returns the customer's country, that of the usual partner. */
    Country country(long index) {
        return partners.country(homePartner(index));
    }

    void writeTo(Feeds feeds, String period) {
        for (long index = 0; index < count; index++) {
            Dice dice = new Dice(seed, Feed.CUSTOMERS, index);
            dice.next(); // spent on the usual partner
            Country country = country(index);
            feeds.row(
                    Feed.CUSTOMERS,
                    period,
                    tenantId(index),
                    country.firm(dice, TRADES),
                    country.name(),
                    Boolean.toString(dice.happens(90)));
        }
    }
}
