package dev.cpor.rules.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds rules that never fire, that fire only where another says the same, or that fail. */
final class Firing {
    private final Tried tried;
    private final Engine engine;
    private final List<Remark> remarks = new ArrayList<>();

    private Firing(Tried tried, Engine engine) {
        this.tried = tried;
        this.engine = engine;
    }

    static List<Remark> remarks(Tried tried, Engine engine) {
        Firing firing = new Firing(tried, engine);
        Map<String, Answers.Failing> failing = tried.answers().failing();
        List<Asks> rules = tried.rules();
        for (int i = 0; i < rules.size(); i++) {
            Asks rule = rules.get(i);
            Answers.Failing failed = failing.get(rule.rule());
            if (failed != null) {
                firing.fails(rule, failed);
            }
            if (!tried.firing(rule.rule()).isEmpty()) {
                firing.lookForSame(rules, i);
            } else if (failed == null && !tried.grid().leftOut().contains(List.of(rule.rule()))) {
                firing.never(rule);
            }
        }
        return firing.remarks;
    }

    private void fails(Asks rule, Answers.Failing failed) {
        remarks.add(new Remark(
                rule.rule(),
                "fails on %s%s (it %s); such a claim is quarantined; change its conditions"
                        .formatted(
                                failed.everywhere() ? "everything that it was tried on, for instance " : "",
                                tried.example(failed.first(), rule),
                                failed.what())));
    }

    private void never(Asks rule) {
        String nearest = nearest(rule);
        String doubt = rule.doubt();
        remarks.add(new Remark(
                rule.rule(),
                doubt != null
                        ? "fires on none of the %d records that were tried, with values at its limits and beside them%s; %s, so this is no proof; see to it that it can fire"
                                .formatted(tried.grid().points().size(), nearest, doubt)
                        : "can never fire: no %s that the night asks about meets all its conditions%s; change them, or delete the rule"
                                .formatted(rule.fact().getSimpleName().toLowerCase(Locale.ROOT), nearest)));
    }

    /** Returns an example that lacks one condition alone, the last one if there are several; empty if there is none. */
    private String nearest(Asks rule) {
        String nearest = "";
        for (Map.Entry<String, Integer> lacking :
                engine.lackingOne(rule.rule(), tried.grid().facts()).entrySet()) {
            nearest = ", for instance %s meets all but %s"
                    .formatted(tried.example(lacking.getValue(), rule), lacking.getKey());
        }
        return nearest;
    }

    private void lookForSame(List<Asks> rules, int at) {
        Map<String, BitSet> said = tried.saidBy(rules.get(at).rule());
        for (int other = 0; other < rules.size(); other++) {
            Map<String, BitSet> more = tried.saidBy(rules.get(other).rule());
            boolean same = said.equals(more);
            if (other != at && isWithin(said, more) && (!same || other < at)) {
                int example = tried.firing(rules.get(at).rule()).nextSetBit(0);
                remarks.add(new Remark(
                        rules.get(at).rule(),
                        "says nothing that rule \"%s\" does not say: it fires only where that one fires, for instance on %s; delete it, or change the conditions of one of them"
                                .formatted(
                                        rules.get(other).rule(),
                                        tried.example(example, rules.get(at), rules.get(other)))));
                return;
            }
        }
    }

    private static boolean isWithin(Map<String, BitSet> said, Map<String, BitSet> more) {
        return said.entrySet().stream().allMatch(entry -> {
            BitSet rest = (BitSet) entry.getValue().clone();
            rest.andNot(more.getOrDefault(entry.getKey(), new BitSet()));
            return rest.isEmpty();
        });
    }
}
