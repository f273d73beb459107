package dev.cpor.rules.compile;

import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Finds the rules that Drools does not compile, and the condition because of which it does not. It speaks of the Java code that it
 * generated for all of them together, or of nothing at all; so it is given ever smaller parts of them, until one is left.
 */
final class CompileErrors {
    private final Folder folder;
    private final List<Problem> problems = new ArrayList<>();

    private CompileErrors(Folder folder) {
        this.folder = folder;
    }

    private record Part(DrlFile file, RuleDescr rule) {
        String text() {
            return file.text().substring(rule.getStartCharacter(), end());
        }

        private int end() {
            return Math.min(file.text().length(), rule.getEndCharacter() + 1);
        }
    }

    /**
     * Returns a problem for each rule that cannot be compiled.
     *
     * @param files of one folder, which cannot be compiled together
     * @param refusal what Drools said about them
     */
    static List<Problem> of(Folder folder, List<DrlFile> files, String refusal) {
        List<Part> parts = new ArrayList<>();
        for (DrlFile file : files) {
            PackageDescr parsed = file.parse(new ArrayList<>());
            if (parsed != null) {
                parsed.getRules().forEach(rule -> parts.add(new Part(file, rule)));
            }
        }
        CompileErrors errors = new CompileErrors(folder);
        errors.look(parts);
        return errors.problems.isEmpty() ? List.of(files.get(0).problem(0, null, what(refusal))) : errors.problems;
    }

    private void look(List<Part> parts) {
        String refusal =
                parts.isEmpty() ? "" : refusal(parts.stream().map(Part::text).toList());
        if (refusal.isEmpty()) {
            return;
        }
        if (parts.size() == 1) {
            add(parts.get(0), refusal);
        } else {
            look(parts.subList(0, parts.size() / 2));
            look(parts.subList(parts.size() / 2, parts.size()));
        }
    }

    private void add(Part part, String refusal) {
        RuleDescr rule = part.rule();
        for (BaseDescr pattern : rule.getLhs().getDescrs()) {
            if (pattern instanceof PatternDescr asked) {
                for (BaseDescr condition : asked.getDescrs()) {
                    if (condition instanceof ExprConstraintDescr expression) {
                        String alone = refusal(List.of("rule \"x\" when $fact : %s(%s) then end"
                                .formatted(asked.getObjectType(), expression.getExpression())));
                        if (!alone.isEmpty()) {
                            problems.add(
                                    part.file().problem(expression.getStartCharacter(), rule.getName(), what(alone)));
                            return;
                        }
                    }
                }
            }
        }
        problems.add(part.file().problem(rule.getStartCharacter(), rule.getName(), what(refusal)));
    }

    private String refusal(List<String> texts) {
        try (Compilation compilation = Compilation.of(folder, texts)) {
            return compilation.refusal();
        }
    }

    private static String what(String refusal) {
        return "cannot be compiled (%s); compare only what is of the same kind, or write the condition in a simpler way"
                .formatted(refusal);
    }
}
