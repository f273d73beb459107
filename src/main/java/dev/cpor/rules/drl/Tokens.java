package dev.cpor.rules.drl;

import dev.cpor.rules.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the text of rules into tokens, comments left out. */
public final class Tokens {
    private static final Set<String> LONG_SIGNS = Set.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SIGNS = "()<>!,.;:+-*/%";

    private final String text;
    private final int base;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text, int base) {
        this.text = text;
        this.base = base;
    }

    /**
     * @param text a file, or a part of one
     * @param base where the part begins in its file
     */
    public static List<Token> of(String text, int base) {
        Tokens tokens = new Tokens(text, base);
        tokens.cut();
        return List.copyOf(tokens.tokens);
    }

    private void cut() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = end(part -> !isLineEnd(part));
            } else if (text.startsWith("/*", at)) {
                int found = text.indexOf("*/", at + 2);
                at = found < 0 ? text.length() : found + 2;
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (isWordStart(c)) {
                add(Kind.WORD, end(Tokens::isWordPart));
            } else if (isDigit(c)) {
                add(Kind.NUMBER, number());
            } else {
                sign();
            }
        }
    }

    private void string(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && !isLineEnd(text.charAt(end))) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == quote;
        add(closed ? Kind.STRING : Kind.UNKNOWN, closed ? end + 1 : at + 1);
    }

    private int number() {
        int end = end(Tokens::isDigit);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private void sign() {
        if (at + 2 <= text.length() && LONG_SIGNS.contains(text.substring(at, at + 2))) {
            add(Kind.SIGN, at + 2);
        } else {
            add(SIGNS.indexOf(text.charAt(at)) >= 0 ? Kind.SIGN : Kind.UNKNOWN, at + 1);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), base + at));
        at = end;
    }

    private interface Test {
        boolean accepts(char c);
    }

    private int end(Test test) {
        int end = at + 1;
        while (end < text.length() && test.accepts(text.charAt(end))) {
            end++;
        }
        return end;
    }

    // Plain ASCII: other letters look alike, and Drools and Java do not agree about all of them.
    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c);
    }

    // A carriage return alone ends a comment in Java too.
    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
