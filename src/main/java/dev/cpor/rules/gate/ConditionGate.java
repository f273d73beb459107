package dev.cpor.rules.gate;

import dev.cpor.domain.Suggestion;
import dev.cpor.rules.drl.Comparison;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Kinds;
import dev.cpor.rules.drl.Literals;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.Token;
import dev.cpor.rules.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets through conditions made of a fact's properties, constants, comparisons, arithmetic, and, or, in, and nothing else. */
final class ConditionGate {
    private static final Set<String> WORDS = Set.of("true", "false", "null", "in");
    private static final Set<String> ORDER = Set.of("<", ">", "<=", ">=");
    private static final int DEEPEST = 50;
    private static final int MOST_JUNCTIONS = 300;
    private static final Set<String> OPERATORS =
            Set.of("matches", "contains", "excludes", "memberOf", "soundslike", "str", "instanceof");

    private final DrlFile file;
    private final String rule;
    private final Fact fact;

    ConditionGate(DrlFile file, String rule, Fact fact) {
        this.file = file;
        this.rule = rule;
        this.fact = fact;
    }

    /** Returns what is wrong with one condition; the first thing alone, as the rest mostly follows from it. */
    List<Problem> check(List<Token> tokens) {
        List<Problem> problems = new ArrayList<>();
        tokens.stream()
                .filter(token -> token.kind() == Kind.UNKNOWN
                        && Character.isLetter(token.text().charAt(0)))
                .findFirst()
                .ifPresent(token -> add(
                        problems,
                        token,
                        "the letter %s (U+%04X) is none of a to z, even if it looks like one; write the word again"
                                .formatted(token.text(), (int) token.text().charAt(0))));
        checkSize(tokens, problems);
        List<Comparison> comparisons = Comparison.in(tokens);
        comparisons.stream().map(Comparison::loneNumber).forEach(wrong -> add(problems, wrong));
        add(problems, withoutLeft(tokens, comparisons));
        Class<?> compared = null;
        for (int i = 0; i < tokens.size() && problems.isEmpty(); i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            if (token.isWord()) {
                Class<?> type = fact.typeOf(token.text());
                if (next != null && next.is(".")) {
                    add(problems, token, constant(compared, token, i + 2 < tokens.size() ? tokens.get(i + 2) : null));
                    i += 2;
                } else if (next != null && next.is("(") && !token.is("in")) {
                    add(
                            problems,
                            token,
                            "a call such as %s(…) is not allowed; compare a property with a value"
                                    .formatted(token.text()));
                } else if (type != null) {
                    add(problems, token, property(compared, token, type, i == 0 ? null : tokens.get(i - 1)));
                    compared = type;
                } else {
                    add(problems, token, word(compared, token, next));
                }
            } else {
                if (isJunction(token) && next != null && (next.isWord() || next.is("(") || next.is("!"))) {
                    compared = null;
                }
                add(
                        problems,
                        token,
                        token.kind() == Kind.SIGN ? sign(compared, token) : Literals.check(compared, token));
            }
        }
        if (problems.isEmpty()) {
            comparisons.stream().map(comparison -> comparison.check(fact)).forEach(wrong -> add(problems, wrong));
        }
        if (problems.isEmpty()) {
            comparisons.stream()
                    .map(comparison -> comparison.wholeQuotient(fact))
                    .filter(Objects::nonNull)
                    .map(sign -> file.problem(
                                    sign.offset(),
                                    rule,
                                    "a quotient of whole numbers is cut off, so that 80 / 100 is 0; multiply the other side instead, as in monthlyActiveUsers * 2 > seats")
                            .asWarning())
                    .forEach(problems::add);
        }
        return problems;
    }

    /** Of several properties, the engine may take another one than its reader: the first of all, or the one before. */
    private Comparison.@Nullable Wrong withoutLeft(List<Token> tokens, List<Comparison> comparisons) {
        long properties = tokens.stream()
                .filter(Token::isWord)
                .map(Token::text)
                .filter(word -> fact.typeOf(word) != null)
                .distinct()
                .count();
        return properties < 2
                ? null
                : comparisons.stream()
                        .filter(Comparison::hasNoLeft)
                        .map(comparison -> comparison.tokens().get(0))
                        .map(token -> new Comparison.Wrong(
                                token,
                                "before %s stands no property, and this condition names several; name it in each comparison, as in daysInStatus > 3 && daysInStatus < 9"
                                        .formatted(token.text())))
                        .findFirst()
                        .orElse(null);
    }

    private void checkSize(List<Token> tokens, List<Problem> problems) {
        int depth = 0;
        int junctions = 0;
        for (Token token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            junctions += isJunction(token) ? 1 : 0;
            if (depth > DEEPEST) {
                add(problems, token, "parentheses are nested more than %d deep; leave some out".formatted(DEEPEST));
                return;
            }
            if (junctions > MOST_JUNCTIONS) {
                add(
                        problems,
                        token,
                        "there are more than %d comparisons; list the values with in (…)".formatted(MOST_JUNCTIONS));
                return;
            }
        }
    }

    private void add(List<Problem> problems, Comparison.@Nullable Wrong wrong) {
        if (wrong != null && problems.isEmpty()) {
            add(problems, wrong.token(), wrong.what());
        }
    }

    private void add(List<Problem> problems, Token token, @Nullable String what) {
        if (what != null) {
            problems.add(file.problem(token.offset(), rule, what));
        }
    }

    private @Nullable String constant(@Nullable Class<?> compared, Token type, @Nullable Token constant) {
        Class<? extends Enum<?>> known = Kinds.enumNamed(type.text());
        String name = constant == null ? "" : constant.text();
        if (known == null) {
            return "%s.%s is not a word of rules%s; write one of %s, or a constant such as Status.APPROVED"
                    .formatted(type.text(), name, Suggestion.among(Folder.enumNames(), type.text()), properties());
        }
        List<String> constants = Kinds.namesOf(known);
        if (!constants.contains(name)) {
            return "%s has no %s%s; write one of %s"
                    .formatted(
                            type.text(),
                            constant == null ? "such value" : name,
                            Suggestion.among(constants, name),
                            Kinds.constantsOf(known));
        }
        if (compared == null) {
            return "%s.%s stands before what it is compared with; write the property first, as in status == Status.APPROVED"
                    .formatted(type.text(), name);
        }
        return compared == known ? null : Literals.unlike(type.text() + "." + name, compared);
    }

    private static @Nullable String property(
            @Nullable Class<?> compared, Token token, Class<?> type, @Nullable Token before) {
        boolean continues = before != null && before.kind() == Kind.SIGN && !isJunction(before) && !before.is("!");
        return compared == null || !continues || Kinds.areAlike(compared, type)
                ? null
                : "%s is %s and is compared with %s; compare only what is of the same kind"
                        .formatted(token.text(), Kinds.nameOf(type), Kinds.nameOf(compared));
    }

    private @Nullable String word(@Nullable Class<?> compared, Token token, @Nullable Token next) {
        if (token.is("not")) {
            return next != null && next.is("in") ? null : "not is allowed only before in; write ! or !=";
        }
        boolean truth = token.is("true") || token.is("false");
        if (truth && compared != null && compared != boolean.class) {
            return Literals.unlike(token.text(), compared);
        }
        if (token.is("null") && compared != null && compared.isPrimitive()) {
            return "null stands behind %s, which is always there; leave the comparison out"
                    .formatted(Kinds.nameOf(compared));
        }
        if (WORDS.contains(token.text())) {
            return null;
        }
        if (OPERATORS.contains(token.text())) {
            return "%s is not allowed; compare with == or !=, or list the values, as in program in (Program.OSU, Program.OSA)"
                    .formatted(token.text());
        }
        if (compared != null && compared.isEnum()) {
            return Kinds.namesOf(compared).contains(token.text())
                    ? "%s stands alone; write %s.%s".formatted(token.text(), compared.getSimpleName(), token.text())
                    : "%s is not a %s%s; write one of %s"
                            .formatted(
                                    token.text(),
                                    compared.getSimpleName(),
                                    Suggestion.among(Kinds.namesOf(compared), token.text()),
                                    Kinds.constantsOf(compared));
        }
        return "%s is not a word of rules%s; a %s has %s"
                .formatted(
                        token.text(), Suggestion.among(fact.propertyNames(), token.text()), fact.name(), properties());
    }

    private static boolean isJunction(Token token) {
        return token.is("&&") || token.is("||");
    }

    private static @Nullable String sign(@Nullable Class<?> compared, Token token) {
        if (Set.of(".", ";", ":").contains(token.text())) {
            return "the sign %s is not allowed in a condition; write comparisons such as seats >= 150"
                    .formatted(token.text());
        }
        if (compared != null && ORDER.contains(token.text()) && !Kinds.hasOrder(compared)) {
            return "the sign %s stands behind %s, which is neither greater nor less than another; write ==, != or in (…)"
                    .formatted(token.text(), Kinds.nameOf(compared));
        }
        return compared != null && Comparison.isArithmetic(token) && !Kinds.isNumber(compared)
                ? "the sign %s stands behind %s, which cannot be calculated with; calculate with numbers, such as daysInStatus"
                        .formatted(token.text(), Kinds.nameOf(compared))
                : null;
    }

    private String properties() {
        return String.join(", ", fact.propertyNames());
    }
}
