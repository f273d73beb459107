package dev.cpor.rules.explain;

import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Token;
import dev.cpor.rules.drl.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * A rule taken apart into its conditions, which all have to be met.
 *
 * @param conditions in their order, each with its white space made one blank
 */
public record ExplainedRule(String file, int line, String name, Fact fact, List<String> conditions) {

    /** Takes apart every rule of a file that went through the gate. */
    public static List<ExplainedRule> of(DrlFile file) {
        List<ExplainedRule> rules = new ArrayList<>();
        for (RuleDescr rule :
                Objects.requireNonNull(file.parse(new ArrayList<>())).getRules()) {
            PatternDescr pattern = (PatternDescr) rule.getLhs().getDescrs().get(0);
            Fact fact = file.folder().facts().stream()
                    .filter(known -> known.name().equals(pattern.getObjectType()))
                    .findFirst()
                    .orElseThrow();
            List<String> conditions = new ArrayList<>();
            for (BaseDescr descr : pattern.getDescrs()) {
                conditions.addAll(parts(Tokens.of(((ExprConstraintDescr) descr).getExpression(), 0), fact));
            }
            rules.add(new ExplainedRule(file.path(), rule.getLine(), rule.getName(), fact, conditions));
        }
        return rules;
    }

    /** Cuts a condition where all of it has to be met; {@code seats > 3 && < 9} says the property once and stays whole. */
    private static List<String> parts(List<Token> tokens, Fact fact) {
        List<List<Token>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is("||")) {
                return List.of(text(tokens));
            }
            if (depth == 0 && token.is("&&")) {
                Token next = tokens.get(i + 1);
                if (!next.is("(") && !next.is("!") && fact.typeOf(next.text()) == null) {
                    return List.of(text(tokens));
                }
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(token);
            }
        }
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(ExplainedRule::text)
                .toList();
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        Token before = null;
        for (Token token : tokens) {
            boolean tight = before == null
                    || before.is("(")
                    || before.is(".")
                    || before.is("!")
                    || token.is(")")
                    || token.is(".")
                    || token.is(",");
            text.append(tight ? "" : " ").append(token.text());
            before = token;
        }
        return text.toString();
    }

    /** Returns a rule of the first so many conditions, which does nothing. */
    String prefix(int rule, int count) {
        return "rule \"%d %d\" when $fact : %s(%s) then end\n"
                .formatted(rule, count, fact.name(), String.join(", ", conditions.subList(0, count)));
    }

    /** Returns what a record has where the condition looks, such as {@code status is SUBMITTED, daysInStatus is 4}. */
    String found(String condition, Record record) {
        return Tokens.of(condition, 0).stream()
                .filter(Token::isWord)
                .map(Token::text)
                .filter(word -> fact.typeOf(word) != null)
                .distinct()
                .map(property -> property + " is " + fact.valueOf(property, record))
                .collect(Collectors.joining(", "));
    }
}
