package dev.cpor.rules.explain;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.rules.compile.CheckedRules;
import dev.cpor.rules.compile.RuleBase;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleText;
import dev.cpor.rules.evaluate.ClaimFacts;
import dev.cpor.rules.evaluate.Facts;
import dev.cpor.rules.vocabulary.incentive.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Says of each rule whether it fires on a claim, and if not, which of its conditions is the first that is not met. The engine
 * itself is asked: each rule is compiled again with its first condition, its first two, and so on.
 */
public final class Explaining {
    private final Facts facts;
    private final Map<Folder, List<ExplainedRule>> rules = new EnumMap<>(Folder.class);
    private final Map<Folder, RuleBase> prefixes = new EnumMap<>(Folder.class);

    /** @param text rules that compile */
    public Explaining(RuleText text, Facts facts) {
        this.facts = facts;
        for (Folder folder : Folder.values()) {
            List<ExplainedRule> found = new ArrayList<>();
            for (String path : text.paths()) {
                if (Folder.of(path) == folder && path.endsWith(".drl")) {
                    found.addAll(ExplainedRule.of(CheckedRules.file(text, path, folder)));
                }
            }
            rules.put(folder, found);
            prefixes.put(folder, compile(folder, found));
        }
    }

    private static RuleBase compile(Folder folder, List<ExplainedRule> rules) {
        StringBuilder text = new StringBuilder();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (int count = 0; count <= rules.get(rule).conditions().size(); count++) {
                text.append(rules.get(rule).prefix(rule, count));
            }
        }
        List<Problem> problems = new ArrayList<>();
        RuleBase base =
                RuleBase.compile(folder, List.of(new DrlFile(folder.path(), folder, text.toString())), problems);
        if (base == null) {
            throw new IllegalStateException("The conditions of rules that compiled must compile: " + problems);
        }
        return base;
    }

    /** Explains every lifecycle rule, in the order of files and places. */
    public List<Explanation> lifecycle(OpenClaim claim, LocalDate businessDate) {
        return explain(Folder.LIFECYCLE, facts.lifecycle(claim, businessDate));
    }

    /** Explains every incentive rule, those about lines once for each line, in the order of files and places. */
    public List<Explanation> incentive(Assessable claim, LocalDate businessDate) {
        return explain(Folder.INCENTIVE, facts.incentive(claim, businessDate));
    }

    private List<Explanation> explain(Folder folder, ClaimFacts claim) {
        Map<Record, Map<Integer, Integer>> met = met(folder, claim);
        List<Explanation> all = new ArrayList<>();
        List<ExplainedRule> explained = Objects.requireNonNull(rules.get(folder));
        for (int i = 0; i < explained.size(); i++) {
            ExplainedRule rule = explained.get(i);
            for (Record record : claim.facts()) {
                if (rule.fact().type().isInstance(record)) {
                    int count = Objects.requireNonNull(
                            met.getOrDefault(record, Map.of()).get(i));
                    all.add(explanation(rule, record, count));
                }
            }
        }
        return all;
    }

    private static Explanation explanation(ExplainedRule rule, Record record, int met) {
        @Nullable Integer lineNo = record instanceof Line line ? line.lineNo() : null;
        if (met == rule.conditions().size()) {
            return new Explanation(rule.file(), rule.line(), rule.name(), lineNo, null, null);
        }
        String failed = rule.conditions().get(met);
        return new Explanation(rule.file(), rule.line(), rule.name(), lineNo, failed, rule.found(failed, record));
    }

    /** Returns by record and rule how many conditions from the first on are met. */
    private Map<Record, Map<Integer, Integer>> met(Folder folder, ClaimFacts claim) {
        Map<Record, Map<Integer, Integer>> met = new HashMap<>();
        KieSession session = Objects.requireNonNull(prefixes.get(folder)).newSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    String[] name = event.getMatch().getRule().getName().split(" ");
                    Record record = (Record) event.getMatch().getObjects().get(0);
                    met.computeIfAbsent(record, first -> new HashMap<>())
                            .merge(Integer.valueOf(name[0]), Integer.valueOf(name[1]), Math::max);
                }
            });
            claim.facts().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return met;
    }
}
