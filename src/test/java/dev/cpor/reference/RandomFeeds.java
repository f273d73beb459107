package dev.cpor.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Feeds for some weeks, the same for a seed on every machine: many lives of claims as one would expect them, and everything
 * that may go wrong with them. They share no code with the product and follow no rule of it.
 */
final class RandomFeeds {

    /**
     * What to make.
     *
     * @param from the first day on which files arrive
     * @param to the last such day; events may be dated later
     * @param rateCard the card whose products, rates and currencies the lines are to meet
     * @param brokenFiles whether some files cannot be read at all, so that nights end with status 1
     */
    record Plan(long seed, int claims, LocalDate from, LocalDate to, Path rateCard, boolean brokenFiles) {}

    private final Plan plan;
    private final Map<LocalDate, Map<String, String>> files = new LinkedHashMap<>();

    RandomFeeds(Plan plan) {
        this.plan = plan;
        Dice dice = new Dice(plan.seed());
        Deliveries deliveries = new Deliveries(plan.from(), plan.to());
        RandomParties parties = new RandomParties(dice, deliveries, plan.claims());
        RandomLines lines = new RandomLines(dice, plan.rateCard());
        int days = deliveries.days().size();
        for (int i = 1; i <= plan.claims(); i++) {
            String id = "C-%06d".formatted(i);
            RandomClock clock =
                    new RandomClock(dice, plan.from().plusDays(dice.between(0, Math.max(0, days * 6 / 10))));
            RandomPost post = new RandomPost(id, dice, deliveries, clock);
            new RandomLife(id, dice, post, clock, parties, lines).live();
        }
        spoilReferenceRows(dice, deliveries);
        deliveries.days().forEach(day -> files.put(day, files(dice, day, deliveries.rows(day))));
    }

    /** The days on which files may arrive, in order; each is a business date. */
    List<LocalDate> days() {
        return List.copyOf(files.keySet());
    }

    /** Writes one folder per day, named by its date, such as {@code 2026-10-05/events-2026-10-05.csv}. */
    void writeDaily(Path folder) {
        files.forEach((day, some) -> {
            FeedFolder.create(folder.resolve(day.toString()));
            some.forEach((name, text) ->
                    FeedFolder.write(folder.resolve(day.toString()).resolve(name), text));
        });
    }

    /** Writes all files into one folder; the first night then reads everything. */
    void writeFlat(Path folder) {
        FeedFolder.create(folder);
        files.values().forEach(some -> some.forEach((name, text) -> FeedFolder.write(folder.resolve(name), text)));
    }

    /** Wrong rows of partners, customers and rates that exist: what they say must not count. */
    private static void spoilReferenceRows(Dice dice, Deliveries deliveries) {
        RandomFaults faults = new RandomFaults(dice);
        for (LocalDate day : deliveries.days()) {
            for (FeedKind kind : List.of(FeedKind.PARTNERS, FeedKind.CUSTOMERS, FeedKind.EXCHANGE_RATES)) {
                List<Map<String, String>> rows = deliveries.rows(day).get(kind);
                if (rows != null && dice.chance(40)) {
                    rows.add(faults.spoil(kind, dice.pick(rows)));
                }
            }
        }
    }

    private Map<String, String> files(Dice dice, LocalDate day, Map<FeedKind, List<Map<String, String>>> rows) {
        Map<String, String> texts = new LinkedHashMap<>();
        rows.forEach((kind, some) -> {
            List<Map<String, String>> mixed = new ArrayList<>(some);
            dice.shuffle(mixed);
            int first = dice.chance(20) ? mixed.size() / 2 : mixed.size();
            texts.put(kind.prefix + day + ".csv", FeedText.of(dice, kind, mixed.subList(0, first)));
            if (first < mixed.size()) {
                texts.put(kind.prefix + day + "-b.csv", FeedText.of(dice, kind, mixed.subList(first, mixed.size())));
            }
        });
        if (!texts.isEmpty() && dice.chance(10)) {
            // The same bytes under another name, one day or many files later.
            String name = dice.pick(List.copyOf(texts.keySet()));
            texts.put(name.replace(".csv", "-again.csv"), texts.getOrDefault(name, ""));
        }
        if (plan.brokenFiles() && dice.chance(15)) {
            texts.put("events-" + day + "-broken.csv", dice.pick(BROKEN).replace("DAY", day.toString()));
        }
        return texts;
    }

    private static final List<String> BROKEN = List.of(
            "event_id,claim_id\r\nE-DAY,C-000001\r\n",
            "event_id,claim_id,occurred_at,type,actor_role,actor,mood\r\nE-DAY,C-000001,,,,,good\r\n",
            "event_id,claim_id,occurred_at,type,actor_role,actor,comment\r\n"
                    + "E-DAY,C-000001,DAYT01:00:00Z,COMMENTED,PARTNER,Ada,\"never closed\r\n");
}
