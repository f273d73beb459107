package dev.cpor.rules;

import dev.cpor.rules.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets through conditions made of a fact's properties, constants, comparisons, arithmetic, and, or, in, and nothing else. */
final class ConditionGate {
    private static final Set<String> WORDS = Set.of("true", "false", "null", "in");

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
                    compared = type;
                } else {
                    add(problems, token, word(compared, token, next));
                }
            } else {
                if (isJunction(token) && next != null && (next.isWord() || next.is("(") || next.is("!"))) {
                    compared = null;
                }
                add(problems, token, other(compared, token));
            }
        }
        return problems;
    }

    private void add(List<Problem> problems, Token token, @Nullable String what) {
        if (what != null) {
            problems.add(file.problem(token.offset(), rule, what));
        }
    }

    private @Nullable String constant(@Nullable Class<?> compared, Token type, @Nullable Token constant) {
        Class<? extends Enum<?>> known = enumNamed(type.text());
        if (known == null) {
            return "%s is not a word of rules; write one of %s, or a constant such as Status.APPROVED"
                    .formatted(type.text() + (constant == null ? "" : "." + constant.text()), fact.propertyNames());
        }
        if (constant == null
                || Stream.of(known.getEnumConstants())
                        .noneMatch(value -> value.name().equals(constant.text()))) {
            return "%s has no %s; write one of %s"
                    .formatted(type.text(), constant == null ? "such value" : constant.text(), constants(known));
        }
        if (compared == null) {
            return "%s.%s stands before what it is compared with; write the property first, as in status == Status.APPROVED"
                    .formatted(type.text(), constant.text());
        }
        if (compared != known) {
            return "%s.%s is compared with a %s, which it can never equal; write %s"
                    .formatted(type.text(), constant.text(), compared.getSimpleName(), expected(compared));
        }
        return null;
    }

    private @Nullable String word(@Nullable Class<?> compared, Token token, @Nullable Token next) {
        if (token.is("not")) {
            return next != null && next.is("in") ? null : "not is allowed only before in; write ! or !=";
        }
        boolean truth = token.is("true") || token.is("false");
        if (truth && compared != null && compared != boolean.class) {
            return "%s is compared with a %s; write %s"
                    .formatted(token.text(), compared.getSimpleName(), expected(compared));
        }
        if (WORDS.contains(token.text())) {
            return null;
        }
        if (compared != null && compared.isEnum() && isConstant(compared, token.text())) {
            return "%s stands alone; write %s.%s".formatted(token.text(), compared.getSimpleName(), token.text());
        }
        return "%s is not a word of rules; a %s has %s".formatted(token.text(), fact.name(), fact.propertyNames());
    }

    private static boolean isJunction(Token token) {
        return token.is("&&") || token.is("||");
    }

    private static @Nullable String other(@Nullable Class<?> compared, Token token) {
        boolean text = token.kind() == Kind.STRING;
        if (text && compared == null) {
            return token.text()
                    + " stands before what it is compared with; write the property first, as in product == \"Teams\"";
        }
        boolean number = token.kind() == Kind.NUMBER;
        if (compared != null && ((text && compared != String.class) || (number && !isNumber(compared)))) {
            return "%s is compared with a %s; write %s"
                    .formatted(token.text(), compared.getSimpleName(), expected(compared));
        }
        if (token.kind() == Kind.UNKNOWN) {
            return switch (token.text()) {
                case "=" -> "a single = is not allowed; write ==";
                case "'", "\"" ->
                    "a text must stand between double quotes on one line; write it as in product == \"Teams\"";
                default ->
                    "the sign %s is not allowed in a condition; write comparisons such as seats >= 150"
                            .formatted(token.text());
            };
        }
        boolean allowed = token.kind() != Kind.SIGN || !Set.of(".", ";", ":").contains(token.text());
        return allowed
                ? null
                : "the sign %s is not allowed in a condition; write comparisons such as seats >= 150"
                        .formatted(token.text());
    }

    private static String expected(Class<?> compared) {
        if (compared.isEnum()) {
            return "one of " + constants(compared);
        }
        if (isNumber(compared)) {
            return "a number";
        }
        return compared == String.class
                ? "a text in double quotes"
                : compared == boolean.class ? "true or false" : "a count of days such as daysInStatus > 7";
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == long.class || type == BigDecimal.class;
    }

    private static String constants(Class<?> type) {
        return String.join(
                ", ",
                Stream.of(type.getEnumConstants())
                        .map(value -> type.getSimpleName() + "." + value)
                        .toList());
    }

    private static boolean isConstant(Class<?> type, String name) {
        return Stream.of(type.getEnumConstants())
                .anyMatch(value -> String.valueOf(value).equals(name));
    }

    private static @Nullable Class<? extends Enum<?>> enumNamed(String name) {
        return Folder.ENUMS.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
