package dev.cpor.trial;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.Explaining;
import dev.cpor.rules.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells which rules of two rule sets say something else about one claim, and why. */
final class RuleDifferences {
    private final CompiledRules with;
    private final Map<String, Explaining> explaining = new HashMap<>();

    /**
     * The claim in the night in which the two sides part.
     *
     * @param assessable what assessment asks for, null when neither side assesses the claim; read only when it is needed
     * @param now the rules that are compared with in that night
     */
    record Moment(
            LocalDate night, OpenClaim claim, @Nullable Supplier<Assessable> assessable, CompiledRules now) {}

    RuleDifferences(CompiledRules with) {
        this.with = with;
    }

    List<String> of(Moment moment) {
        Map<String, Explanation> now = explain(moment.now(), moment);
        Map<String, Explanation> other = explain(with, moment);
        List<String> lines = new ArrayList<>();
        now.forEach((key, explanation) -> {
            Explanation changed = other.get(key);
            if (changed == null) {
                if (explanation.fired()) {
                    lines.add("%s: fires now, and is not there with the other rules".formatted(key));
                }
            } else if (changed.fired() != explanation.fired()) {
                lines.add("%s: now %s; with the other rules %s".formatted(key, explanation.told(), changed.told()));
            }
        });
        other.forEach((key, explanation) -> {
            if (explanation.fired() && !now.containsKey(key)) {
                lines.add("%s: is not there now, and fires with the other rules".formatted(key));
            }
        });
        return lines;
    }

    private Map<String, Explanation> explain(CompiledRules rules, Moment moment) {
        Explaining asked = explaining.computeIfAbsent(rules.fingerprint(), fingerprint -> rules.explaining());
        Map<String, Explanation> explained = new LinkedHashMap<>();
        List<Explanation> all = new ArrayList<>(asked.lifecycle(moment.claim(), moment.night()));
        Supplier<Assessable> assessable = moment.assessable();
        if (assessable != null) {
            all.addAll(asked.incentive(assessable.get(), moment.night()));
        }
        for (Explanation one : all) {
            explained.put('"' + one.rule() + '"' + (one.lineNo() == null ? "" : " on line " + one.lineNo()), one);
        }
        return explained;
    }
}
