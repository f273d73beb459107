package dev.cpor.rules;

import dev.cpor.rules.drl.Comparison;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Kinds;
import dev.cpor.rules.drl.Literals;
import dev.cpor.rules.drl.Token;
import dev.cpor.rules.drl.Token.Kind;
import dev.cpor.rules.drl.Tokens;
import dev.cpor.rules.grid.Asks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads off which properties a rule that passed the gate asks about, and what it compares them with. */
final class RuleLimits {
    private final Fact fact;
    private final Map<String, Set<Object>> constants = new TreeMap<>();
    private boolean calculates;

    private RuleLimits(Fact fact) {
        this.fact = fact;
    }

    /** Returns what the rules of a file ask about one kind of record, in their order. */
    static List<Asks> of(DrlFile file, Fact fact) {
        List<Asks> asks = new ArrayList<>();
        PackageDescr parsed = file.parse(new ArrayList<>());
        if (parsed != null) {
            for (RuleDescr rule : parsed.getRules()) {
                List<? extends BaseDescr> patterns = rule.getLhs().getDescrs();
                if (patterns.get(0) instanceof PatternDescr pattern
                        && fact.name().equals(pattern.getObjectType())) {
                    RuleLimits limits = new RuleLimits(fact);
                    pattern.getDescrs().forEach(limits::add);
                    asks.add(new Asks(rule.getName(), fact.type(), limits.constants, limits.calculates));
                }
            }
        }
        return asks;
    }

    private void add(BaseDescr condition) {
        List<Token> tokens = condition instanceof ExprConstraintDescr expression
                ? Tokens.of(expression.getExpression(), 0)
                : List.of();
        Set<String> properties = new HashSet<>();
        Set<Object> numbers = new HashSet<>();
        String property = "";
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isProperty(tokens, i)) {
                calculates |= isCompared(tokens, i);
                property = token.text();
                properties.add(property);
                constants.computeIfAbsent(property, name -> new HashSet<>());
            } else if (token.kind() == Kind.NUMBER) {
                BigDecimal number = new BigDecimal(token.text());
                numbers.add(isSigned(tokens, i - 1) ? number.negate() : number);
            } else if (token.kind() == Kind.STRING && constants.containsKey(property)) {
                LocalDate day = fact.typeOf(property) == LocalDate.class ? Literals.day(token) : null;
                Object text = token.text().substring(1, token.text().length() - 1);
                constants.get(property).add(day == null ? text : day);
            }
            calculates |= Comparison.isArithmetic(token) && !isSigned(tokens, i);
        }
        // A number may stand on either side, and in a sum it may belong to any of them.
        for (String name : properties) {
            Class<?> type = fact.typeOf(name);
            if (type != null && Kinds.isNumber(type)) {
                constants.computeIfAbsent(name, absent -> new HashSet<>()).addAll(numbers);
            }
        }
    }

    private boolean isProperty(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.isWord()
                && fact.typeOf(token.text()) != null
                && !(at > 0 && tokens.get(at - 1).is("."));
    }

    /** Says whether a property is what another one is compared with: behind a sign, or in the list behind {@code in}. */
    private boolean isCompared(List<Token> tokens, int at) {
        int sign = at - 1;
        while (sign > 0 && tokens.get(sign).is("(")) {
            sign--;
        }
        if (sign > 0 && Comparison.isSign(tokens.get(sign))) {
            Kind before = tokens.get(sign - 1).kind();
            return before != Kind.NUMBER && before != Kind.STRING;
        }
        int open = at - 1;
        while (open > 0 && !tokens.get(open).is("(") && !tokens.get(open).is(")")) {
            open--;
        }
        return open > 0 && tokens.get(open).is("(") && tokens.get(open - 1).is("in");
    }

    /** Says whether a minus belongs to the number behind it, and is not one between two. */
    private boolean isSigned(List<Token> tokens, int at) {
        if (at < 0 || !tokens.get(at).is("-")) {
            return false;
        }
        Token before = at == 0 ? null : tokens.get(at - 1);
        return before == null || (before.kind() == Kind.SIGN && !before.is(")")) || before.is("in");
    }
}
