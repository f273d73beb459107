package dev.cpor.trial;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.Decision;
import dev.cpor.decision.LineResult;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Rate;
import dev.cpor.domain.ReasonCode;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.explain.Explaining;
import dev.cpor.rules.explain.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells in what two rule sets differ about one claim: which rules say something else and why, and what its lines earn. */
final class RuleDifferences {
    private final CompiledRules with;
    private final Map<String, Explaining> explaining = new HashMap<>();

    /**
     * The claim in the night in which the two sides part.
     *
     * @param now what it is decided with the rules that are compared with
     * @param with what it is decided with the other rules
     * @param assessable what assessment asks for; read only when a side assesses the claim
     * @param nowRules the rules that are compared with in that night
     */
    record Moment(
            LocalDate night, Decision now, Decision with, Supplier<Assessable> assessable, CompiledRules nowRules) {
        private boolean isAssessed() {
            return isAssessed(now) || isAssessed(with);
        }

        private static boolean isAssessed(Decision decision) {
            return decision instanceof Decision.HandedOff
                    || decision instanceof Decision.Held
                    || decision.claim().isOnHold();
        }
    }

    RuleDifferences(CompiledRules with) {
        this.with = with;
    }

    List<String> of(Moment moment) {
        Map<String, Explanation> now = explain(moment.nowRules(), moment);
        Map<String, Explanation> other = explain(with, moment);
        List<String> told = new ArrayList<>();
        now.forEach((key, explanation) -> {
            Explanation changed = other.get(key);
            if (changed == null) {
                if (explanation.fired()) {
                    told.add("%s: fires now, and is not there with the other rules".formatted(key));
                }
            } else if (changed.fired() != explanation.fired()) {
                told.add("%s: now %s; with the other rules %s".formatted(key, explanation.told(), changed.told()));
            }
        });
        other.forEach((key, explanation) -> {
            if (explanation.fired() && !now.containsKey(key)) {
                told.add("%s: is not there now, and fires with the other rules".formatted(key));
            }
        });
        addLines(told, lines(moment.now()), lines(moment.with()));
        return told;
    }

    /** A rule may say the same of a line on both sides while the rate card does not. */
    private static void addLines(List<String> told, Map<Integer, String> now, Map<Integer, String> with) {
        SortedMap<Integer, String> all = new TreeMap<>(now);
        all.putAll(with);
        all.keySet().forEach(lineNo -> {
            String one = now.getOrDefault(lineNo, "not assessed");
            String other = with.getOrDefault(lineNo, "not assessed");
            if (!one.equals(other)) {
                told.add("line %d: now %s; with the other rules %s".formatted(lineNo, one, other));
            }
        });
    }

    private static Map<Integer, String> lines(Decision decision) {
        Map<Integer, String> lines = new TreeMap<>();
        if (decision instanceof Decision.HandedOff handedOff) {
            handedOff.lines().forEach(line -> lines.put(line.lineNo(), told(line, handedOff.reasons())));
        }
        return lines;
    }

    private static String told(LineResult line, SortedMap<ReasonCode, String> ofClaim) {
        Earning earning = line.earning();
        if (earning == null) {
            SortedMap<ReasonCode, String> reasons = new TreeMap<>(ofClaim);
            reasons.putAll(line.reasons());
            return "earns nothing"
                    + (reasons.isEmpty()
                            ? ""
                            : reasons.keySet().stream().map(Enum::name).collect(Collectors.joining(", ", ", ", "")));
        }
        Rate rate = earning.rate();
        return "%s of %s%s earns %s %s (%s USD)"
                .formatted(
                        rate.basis(),
                        rate.rate().toPlainString(),
                        rate.currency() == null ? " %" : " " + rate.currency(),
                        earning.earned().amount().toPlainString(),
                        earning.earned().currency(),
                        earning.earnedUsd().amount().toPlainString());
    }

    private Map<String, Explanation> explain(CompiledRules rules, Moment moment) {
        Explaining asked = explaining.computeIfAbsent(rules.fingerprint(), fingerprint -> rules.explaining());
        Map<String, Explanation> explained = new LinkedHashMap<>();
        List<Explanation> all = new ArrayList<>(asked.lifecycle(moment.now().claim(), moment.night()));
        if (moment.isAssessed()) {
            all.addAll(asked.incentive(moment.assessable().get(), moment.night()));
        }
        for (Explanation one : all) {
            explained.put('"' + one.rule() + '"' + lineOf(one.lineNo()), one);
        }
        return explained;
    }

    private static String lineOf(@Nullable Integer lineNo) {
        return lineNo == null ? "" : " on line " + lineNo;
    }
}
