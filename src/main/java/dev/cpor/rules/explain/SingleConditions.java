package dev.cpor.rules.explain;

import dev.cpor.rules.compile.RuleBase;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Asks the engine which conditions of rules a record meets, each condition by itself. */
public final class SingleConditions {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final RuleBase base;

    /** @param rules of one folder; at least one of them with a condition */
    public SingleConditions(Folder folder, List<ExplainedRule> rules) {
        StringBuilder text = new StringBuilder();
        for (ExplainedRule rule : rules) {
            for (String condition : rule.conditions()) {
                String key = key(rule, condition);
                if (names.putIfAbsent(key, String.valueOf(names.size())) == null) {
                    text.append("rule \"%s\" when $fact : %s(%s) then end%n"
                            .formatted(names.get(key), rule.fact().name(), condition));
                }
            }
        }
        List<Problem> problems = new ArrayList<>();
        RuleBase compiled =
                RuleBase.compile(folder, List.of(new DrlFile(folder.path(), folder, text.toString())), problems);
        if (compiled == null) {
            throw new IllegalStateException("The conditions of rules that compiled must compile: " + problems);
        }
        this.base = compiled;
    }

    private static String key(ExplainedRule rule, String condition) {
        return rule.fact().name() + " " + condition;
    }

    /** What was found out about some records. */
    public final class Met {
        private final Map<Record, Set<String>> byRecord = new HashMap<>();

        private Met(List<? extends Record> records) {
            ask(records);
        }

        /** Returns the places of the conditions of a rule that a record does not meet. */
        public List<Integer> lacking(ExplainedRule rule, Record record) {
            Set<String> met = byRecord.getOrDefault(record, Set.of());
            List<Integer> lacking = new ArrayList<>();
            for (int i = 0; i < rule.conditions().size(); i++) {
                if (!met.contains(names.get(key(rule, rule.conditions().get(i))))) {
                    lacking.add(i);
                }
            }
            return lacking;
        }

        private void ask(List<? extends Record> records) {
            try {
                ask(base.newSession(), records);
            } catch (RuntimeException thrown) {
                // Without the conditions that stand before it, one may throw, for instance when it divides.
                base.names().forEach(name -> askAlone(name, records));
            }
        }

        private void askAlone(String name, List<? extends Record> records) {
            try {
                ask(base.newSession(name), records);
            } catch (RuntimeException thrown) {
                // A condition that throws on a record is not met by it.
                if (records.size() > 1) {
                    askAlone(name, records.subList(0, records.size() / 2));
                    askAlone(name, records.subList(records.size() / 2, records.size()));
                }
            }
        }

        private void ask(KieSession session, List<? extends Record> records) {
            try {
                session.addEventListener(new DefaultAgendaEventListener() {
                    @Override
                    public void beforeMatchFired(BeforeMatchFiredEvent event) {
                        Record record = (Record) event.getMatch().getObjects().get(0);
                        byRecord.computeIfAbsent(record, first -> new HashSet<>())
                                .add(event.getMatch().getRule().getName());
                    }
                });
                records.forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
        }
    }

    /** Asks about records. */
    public Met of(List<? extends Record> records) {
        return new Met(records);
    }
}
