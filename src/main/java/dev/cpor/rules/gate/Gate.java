package dev.cpor.rules.gate;

import dev.cpor.domain.Suggestion;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.Token;
import dev.cpor.rules.drl.Tokens;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Lets through what rules may consist of and nothing else, before anything is compiled: Drools has no sandbox, and a rule runs
 * with all the rights of the night.
 */
public final class Gate {
    private static final int LONGEST_NAME = 200;

    private final DrlFile file;
    private final List<Problem> problems;
    private final Map<String, Problem> names;

    private Gate(DrlFile file, List<Problem> problems, Map<String, Problem> names) {
        this.file = file;
        this.problems = problems;
        this.names = names;
    }

    /**
     * Adds everything that is wrong with a file.
     *
     * @param names where each rule name, as far as names are told apart, was seen first, to be added to
     */
    public static void check(DrlFile file, List<Problem> problems, Map<String, Problem> names) {
        new Gate(file, problems, names).check();
    }

    private void check() {
        // Java reads a backslash as an escape even inside comments and names, where Drools does not.
        int backslash = file.text().indexOf('\\');
        if (backslash >= 0) {
            problems.add(file.problem(backslash, null, "a backslash is not allowed anywhere in rules; leave it out"));
            return;
        }
        PackageDescr parsed = file.parse(problems);
        if (parsed == null) {
            return;
        }
        if (!parsed.getName().isEmpty() || parsed.getUnit() != null) {
            refuse(parsed, "a package or unit is not allowed; leave it out, the words of rules are known without it");
        }
        refuseAll(parsed.getImports(), "an import", "the words of rules are known without it");
        refuseAll(parsed.getFunctionImports(), "an import", "the words of rules are known without it");
        refuseAll(parsed.getAccumulateImports(), "an import", "the words of rules are known without it");
        refuseAll(parsed.getGlobals(), "a global", "decide is known without it");
        refuseAll(parsed.getFunctions(), "a function", "put the condition into the rule itself");
        refuseAll(parsed.getTypeDeclarations(), "a declaration", "the facts of rules are given");
        refuseAll(parsed.getEnumDeclarations(), "a declaration", "the facts of rules are given");
        refuseAll(parsed.getEntryPointDeclarations(), "a declaration", "the facts of rules are given");
        refuseAll(parsed.getWindowDeclarations(), "a declaration", "the facts of rules are given");
        refuseAll(
                parsed.getAttributes(), "an attribute such as dialect or salience", "the order of rules never matters");
        parsed.getRules().forEach(this::check);
    }

    private void refuseAll(Collection<? extends BaseDescr> found, String what, String because) {
        found.forEach(descr -> refuse(descr, "%s is not allowed; leave it out, %s".formatted(what, because)));
    }

    private void refuse(BaseDescr descr, String what) {
        problems.add(Problem.error(
                file.path(), Math.max(1, descr.getLine()), Math.max(0, descr.getColumn()) + 1, null, what));
    }

    private void check(RuleDescr rule) {
        String name = rule.getName();
        int start = rule.getStartCharacter();
        if (rule.isQuery()) {
            problems.add(file.problem(start, null, "a query is not allowed; " + DrlFile.SHAPE));
            return;
        }
        checkName(name, start);
        if (rule.getParentName() != null) {
            problems.add(
                    file.problem(start, name, "extends is not allowed; write all conditions into the rule itself"));
        }
        rule.getAttributes().keySet().stream()
                .sorted()
                .map(attribute -> file.problem(
                        start, name, attribute + " is not allowed; leave it out, the order of rules never matters"))
                .forEach(problems::add);
        if (!rule.getAnnotationNames().isEmpty()) {
            problems.add(file.problem(start, name, "an annotation (@) is not allowed; leave it out"));
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            problems.add(
                    file.problem(start, name, "a named consequence is not allowed; write a rule of its own instead"));
        }
        List<? extends BaseDescr> patterns = rule.getLhs().getDescrs();
        if (patterns.size() == 1 && patterns.get(0) instanceof PatternDescr pattern) {
            check(rule, pattern);
        } else {
            problems.add(file.problem(
                    patterns.size() > 1 ? Math.max(start, patterns.get(1).getStartCharacter()) : start,
                    name,
                    "a rule asks about exactly one record, without or, not, exists, eval or a second pattern; write one pattern such as "
                            + "$claim : Claim(conditions)"));
        }
    }

    private void checkName(String name, int start) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Gate::isUnseen)) {
            problems.add(file.problem(
                    start,
                    null,
                    "the name of a rule is shown in the history; write one line of up to %d characters, with ordinary blanks and without quotes in it"
                            .formatted(LONGEST_NAME)));
        }
        if (!name.equals(name.strip())) {
            problems.add(file.problem(start, name, "the name begins or ends with a blank; leave it out"));
        }
        Problem here = file.problem(start, name, "");
        Problem first = names.putIfAbsent(alike(name), here);
        if (first != null) {
            problems.add(file.problem(
                    start,
                    name,
                    "this name is already used at %s:%d%s; give each rule a name of its own"
                            .formatted(
                                    first.file(),
                                    first.line(),
                                    name.equals(first.rule()) ? "" : ", written a little differently")));
        }
    }

    /** Returns what is the same for names that people and databases may take for the same. */
    private static String alike(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Says whether a character of a name cannot be told from another, or from none, by looking at it. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            // Joiners belong to letters of some languages, and to emoji.
            case Character.FORMAT -> character != 0x200C && character != 0x200D;
            default -> character == '"';
        };
    }

    private void check(RuleDescr rule, PatternDescr pattern) {
        String name = rule.getName();
        int start = pattern.getStartCharacter();
        Fact fact = file.folder().facts().stream()
                .filter(known -> known.name().equals(pattern.getObjectType()))
                .findFirst()
                .orElse(null);
        if (fact == null) {
            List<String> known = file.folder().facts().stream().map(Fact::name).toList();
            String found = pattern.getObjectType() == null ? "what stands here" : pattern.getObjectType();
            problems.add(file.problem(
                    start,
                    name,
                    "%s is not known here%s; ask about a %s"
                            .formatted(found, Suggestion.among(known, found), String.join(" or ", known))));
            return;
        }
        if (pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || pattern.isQuery()
                || pattern.isUnification()
                || !pattern.getAnnotationNames().isEmpty()) {
            problems.add(file.problem(
                    start,
                    name,
                    "from, over, := and annotations are not allowed; write $x : %s(conditions)"
                            .formatted(fact.name())));
        }
        String variable = pattern.getIdentifier();
        if (variable == null || !variable.startsWith("$")) {
            problems.add(file.problem(
                    start,
                    name,
                    "the record has no name; write $%s : %s(conditions)"
                            .formatted(fact.name().toLowerCase(Locale.ROOT), fact.name())));
            return;
        }
        file.tokensOf(rule).stream()
                .filter(token ->
                        token.kind() == Token.Kind.STRING && token.text().startsWith("'"))
                .filter(token -> !token.text().equals("'" + name + "'"))
                .findFirst()
                .ifPresent(token -> problems.add(file.problem(
                        token.offset(),
                        name,
                        "%s stands in single quotes; write double ones".formatted(token.text()))));
        ConditionGate conditions = new ConditionGate(file, name, fact);
        for (BaseDescr descr : pattern.getDescrs()) {
            if (descr instanceof ExprConstraintDescr condition) {
                List<Token> tokens = Tokens.of(condition.getExpression(), condition.getStartCharacter());
                problems.addAll(conditions.check(tokens));
            } else {
                problems.add(file.problem(start, name, "only conditions are allowed inside " + fact.name() + "(…)"));
            }
        }
        List<Token> consequence = file.consequenceOf(rule);
        if (!texts(consequence).equals(texts(Tokens.of(String.valueOf(rule.getConsequence()), 0)))) {
            problems.add(file.problem(start, name, "what stands between then and end is not clear; " + DrlFile.SHAPE));
        }
        problems.addAll(new ConsequenceGate(file, name, fact, variable).check(start, consequence));
    }

    private static List<String> texts(Collection<Token> tokens) {
        List<String> texts = new ArrayList<>();
        tokens.forEach(token -> texts.add(token.text()));
        return texts;
    }
}
