package dev.cpor.rules;

import static java.util.stream.Collectors.toCollection;

import dev.cpor.rules.drl.Token;
import dev.cpor.rules.drl.Token.Kind;
import dev.cpor.rules.drl.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.parser.DrlExprParser;
import org.drools.drl.parser.DrlExprParserFactory;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** What Drools' parser makes of a condition: comparisons, joined by and and or. */
final class ConditionTree {
    private ConditionTree() {}

    /** Returns null where the parser has not understood all of it: it may leave out the rest without a word. */
    static @Nullable ConstraintConnectiveDescr of(String expression) {
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(LanguageLevelOption.DRL6);
        ConstraintConnectiveDescr tree = parser.parse(expression);
        if (tree == null || parser.hasErrors()) {
            return null;
        }
        List<String> understood = words(tree).collect(toCollection(ArrayList::new));
        return Tokens.of(expression, 0).stream()
                        .filter(token -> token.kind() != Kind.SIGN && !token.is("in") && !token.is("not"))
                        .allMatch(token -> understood.remove(token.text()))
                ? tree
                : null;
    }

    /** Returns the words, numbers, strings and signs on the sides of all comparisons of a part of it. */
    static Stream<String> words(BaseDescr part) {
        if (part instanceof ConstraintConnectiveDescr combined) {
            return combined.getDescrs().stream().flatMap(ConditionTree::words);
        }
        if (part instanceof RelationalExprDescr comparison) {
            return Stream.concat(words(comparison.getLeft()), words(comparison.getRight()));
        }
        return part instanceof AtomicExprDescr atom
                ? Tokens.of(atom.getExpression(), 0).stream().map(Token::text)
                : Stream.empty();
    }
}
