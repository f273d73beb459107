package dev.cpor.rules.drl;

import dev.cpor.rules.drl.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition that is true or false by itself: what stands between two of {@code ,}, {@code &&} and {@code ||}, a list
 * behind {@code in} with its commas.
 *
 * @param tokens in their order, without the parentheses and negations around them
 */
public record Comparison(List<Token> tokens) {
    private static final Set<String> SIGNS = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> ENDS = Set.of(",", "&&", "||");
    private static final Set<String> WORDS_AROUND = Set.of("rule", "when", "then", "end");

    /** Something that is wrong, and where. */
    public record Wrong(Token token, String what) {}

    /** Returns the parts of a condition, or of a whole file. */
    public static List<Comparison> in(List<Token> tokens) {
        List<Comparison> parts = new ArrayList<>();
        int from = 0;
        int inList = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            inList = at == tokens.size() ? 0 : depthInList(tokens, at, inList);
            if (at == tokens.size() || (inList == 0 && isEnd(tokens.get(at)))) {
                parts.add(new Comparison(stripped(tokens.subList(from, at))));
                from = at + 1;
            }
        }
        return parts;
    }

    /** Returns how many parentheses are open since that behind {@code in}: commas between them do not end a comparison. */
    private static int depthInList(List<Token> tokens, int at, int before) {
        boolean opens = tokens.get(at).is("(")
                && (before > 0 || (at > 0 && tokens.get(at - 1).is("in")));
        boolean closes = tokens.get(at).is(")") && before > 0;
        return before + (opens ? 1 : 0) - (closes ? 1 : 0);
    }

    private static boolean isEnd(Token token) {
        return isOneOf(ENDS, token) || (token.isWord() && WORDS_AROUND.contains(token.text()));
    }

    private static List<Token> stripped(List<Token> tokens) {
        int from = 0;
        while (from < tokens.size()
                && (tokens.get(from).is("(") || tokens.get(from).is("!"))) {
            from++;
        }
        int to = tokens.size();
        while (to > from && tokens.get(to - 1).is(")")) {
            to--;
        }
        return tokens.subList(from, to);
    }

    /** Says whether a sign calculates. */
    public static boolean isArithmetic(Token token) {
        return isOneOf(ARITHMETIC, token);
    }

    /** Says whether a sign compares. */
    public static boolean isSign(Token token) {
        return isOneOf(SIGNS, token);
    }

    private static boolean isOneOf(Set<String> signs, Token token) {
        return token.kind() == Kind.SIGN && signs.contains(token.text());
    }

    /** Says whether it leaves out what it compares, as the second of {@code daysInStatus > 3 && < 9}. */
    public boolean hasNoLeft() {
        return !tokens.isEmpty()
                && (isSign(tokens.get(0))
                        || tokens.get(0).is("in")
                        || tokens.get(0).is("not"));
    }

    /** Returns a number that stands for itself, such as the decimals behind a comma; null if there is none. */
    public @Nullable Wrong loneNumber() {
        return tokens.size() == 1 && tokens.get(0).kind() == Kind.NUMBER
                ? new Wrong(
                        tokens.get(0),
                        "%s stands alone; write a decimal number with a point and without groups, as in annualRevenue > 1000.50, and name the property in each comparison"
                                .formatted(tokens.get(0).text()))
                : null;
    }

    /** Returns what keeps this from being one comparison, null if it is one, or is not made of the fact's words. */
    public @Nullable Wrong check(Fact fact) {
        List<Token> signs = tokens.stream().filter(Comparison::isSign).toList();
        if (signs.size() > 1) {
            return new Wrong(
                    signs.get(1),
                    "a second sign %s stands in one comparison; compare once, and write && between two comparisons"
                            .formatted(signs.get(1).text()));
        }
        if (signs.isEmpty() && tokens.stream().noneMatch(token -> token.is("in"))) {
            return alone(fact);
        }
        for (Comparison side : sides()) {
            if (side.isOfNumbersAlone() && side.calculates() && side.hasDecimals()) {
                return new Wrong(
                        side.tokens.get(side.tokens.size() - 1),
                        "this is a calculation with numbers alone; write its result");
            }
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean first = i == 0
                    || isSign(tokens.get(i - 1))
                    || isArithmetic(tokens.get(i - 1))
                    || tokens.get(i - 1).is("(")
                    || tokens.get(i - 1).is(",");
            if (first && tokens.get(i).is("-") && tokens.get(i + 1).isWord()) {
                return new Wrong(
                        tokens.get(i),
                        "a minus before %s is not possible; change the sign of the other side"
                                .formatted(tokens.get(i + 1).text()));
            }
        }
        return null;
    }

    private @Nullable Wrong alone(Fact fact) {
        if (tokens.isEmpty()) {
            return null;
        }
        Token first = tokens.get(0);
        Class<?> type = fact.typeOf(first.text());
        return type == null || (type == boolean.class && tokens.size() == 1)
                ? null
                : new Wrong(
                        first,
                        "%s is compared with nothing; write a comparison, as in daysInStatus > 3"
                                .formatted(first.text()));
    }

    /** Returns the sign of a division of whole numbers, null if there is none. */
    public @Nullable Token wholeQuotient(Fact fact) {
        boolean whole =
                tokens.stream().noneMatch(token -> isDecimal(token) || fact.typeOf(token.text()) == BigDecimal.class);
        return whole
                ? tokens.stream().filter(token -> token.is("/")).findFirst().orElse(null)
                : null;
    }

    /**
     * Returns the numbers that have to be decimal ones for the calculation to be exact: a binary fraction is not the number that
     * was written, and a product of whole numbers can be larger than the largest. Drools cannot read decimal ones in a calculation
     * that has no property.
     */
    public List<Token> decimals() {
        return isExactWithDecimals()
                ? sides().stream()
                        .filter(side -> !side.isOfNumbersAlone() || !side.calculates())
                        .flatMap(side -> side.tokens.stream())
                        .filter(token -> token.kind() == Kind.NUMBER)
                        .toList()
                : List.of();
    }

    private List<Comparison> sides() {
        int sign = 0;
        while (sign < tokens.size() && !isSign(tokens.get(sign))) {
            sign++;
        }
        return sign == tokens.size()
                ? List.of(this)
                : List.of(
                        new Comparison(tokens.subList(0, sign)),
                        new Comparison(tokens.subList(sign + 1, tokens.size())));
    }

    private boolean isOfNumbersAlone() {
        return IntStream.range(0, tokens.size()).noneMatch(this::isProperty);
    }

    /** Says whether a word is neither the name of a record, as {@code $claim : Claim(}, nor a type before it. */
    private boolean isProperty(int at) {
        Token token = tokens.get(at);
        boolean opens = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
        return token.isWord() && !opens && !token.text().startsWith("$");
    }

    private boolean isExactWithDecimals() {
        boolean whole = tokens.stream().anyMatch(token -> token.is("/") || token.is("%"));
        boolean product = tokens.stream().anyMatch(token -> token.is("*"));
        return calculates()
                && tokens.stream().noneMatch(token -> token.is("in"))
                && (hasDecimals() || (product && !whole));
    }

    private boolean hasDecimals() {
        return tokens.stream().anyMatch(Comparison::isDecimal);
    }

    /** Says whether there is a sign between two values; that of a negative number is none. */
    private boolean calculates() {
        return IntStream.range(1, tokens.size())
                .anyMatch(i -> isArithmetic(tokens.get(i))
                        && !isSign(tokens.get(i - 1))
                        && !tokens.get(i - 1).is("("));
    }

    private static boolean isDecimal(Token token) {
        return token.kind() == Kind.NUMBER && token.text().indexOf('.') >= 0;
    }
}
