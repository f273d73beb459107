package dev.cpor.generate;

import java.util.List;

/** The partners, each made from its number alone, so that none needs to be kept. */
final class Partners {
    private static final List<String> TRADES =
            List.of("Cloud", "Consulting", "Digital", "IT Services", "Software", "Systems", "Technologies");
    private static final int ONE_IN = 40;
    private static final int INVALID_PROFILE = 4;
    private static final long MPN_IDS = 9_000_000;
    private static final long MPN_STEP = 1_299_709;

    private final long seed;
    private final long count;

    /** @param count how many there are */
    Partners(long seed, long count) {
        this.seed = seed;
        this.count = count;
    }

    long count() {
        return count;
    }

    /** Returns seven digits; the step has no divisor in common with the number of IDs, so no two partners share one. */
    String mpnId(long index) {
        long start = Long.remainderUnsigned(Dice.mix(seed), MPN_IDS);
        return Long.toString(1_000_000 + (start + index % MPN_IDS * MPN_STEP) % MPN_IDS);
    }

    /** Returns the partner's country; the first partners are of a different country each. */
    Country country(long index) {
        if (index < Country.ALL.size()) {
            return Country.ALL.get((int) index);
        }
        return new Dice(seed, Feed.PARTNERS, index).oneOf(Country.ALL);
    }

    void writeTo(Feeds feeds, String period) {
        for (long index = 0; index < count; index++) {
            Dice dice = new Dice(seed, Feed.PARTNERS, index);
            dice.next(); // spent on the country
            Country country = country(index);
            feeds.row(
                    Feed.PARTNERS,
                    period,
                    mpnId(index),
                    country.firm(dice, TRADES),
                    country.name(),
                    country.currency(),
                    index == 0 ? "OSU;OSA" : programs(dice),
                    Boolean.toString(index % ONE_IN != INVALID_PROFILE),
                    index == 0 ? "BUSINESS_APPLICATIONS;MODERN_WORK" : designations(dice));
        }
    }

    private static String programs(Dice dice) {
        int share = dice.between(0, 99);
        return share < 72 ? "OSU;OSA" : share < 86 ? "OSU" : share < 97 ? "OSA" : "";
    }

    private static String designations(Dice dice) {
        int share = dice.between(0, 99);
        return share < 68
                ? "BUSINESS_APPLICATIONS;MODERN_WORK"
                : share < 82 ? "BUSINESS_APPLICATIONS" : share < 96 ? "MODERN_WORK" : "";
    }
}
