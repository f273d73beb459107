package dev.cpor.rules.compile;

import dev.cpor.rules.drl.Comparison;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Literals;
import dev.cpor.rules.drl.Token;
import dev.cpor.rules.drl.Token.Kind;
import dev.cpor.rules.drl.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules that passed the gate, as Drools is to read them. Days are written as texts, {@code statusSince > "2026-12-01"}, which Drools
 * would read in a form that depends on a system property, with the names of months, and only behind some signs; and it would
 * take 1000.10 for a binary fraction, which is a little more than the amount. So it is given the day and the decimal number themselves.
 */
final class DroolsText {
    private static final Set<String> BETWEEN = Set.of("in", "not", "null");

    private DroolsText() {}

    /** Returns the text for Drools; everything stays in its line. */
    static String of(Folder folder, String text) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        String word = "";
        List<Token> tokens = Tokens.of(text, 0);
        Set<Token> decimals = new HashSet<>();
        Comparison.in(tokens).forEach(comparison -> decimals.addAll(comparison.decimals()));
        for (Token token : tokens) {
            if (token.isWord() && !BETWEEN.contains(token.text())) {
                word = token.text();
            }
            String said = said(folder.typeOf(word), token, decimals.contains(token));
            if (said != null) {
                result.append(text, copied, token.offset()).append(said);
                copied = token.offset() + token.text().length();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    /** Returns what says a constant to Drools, null where it is said as it is written. */
    private static @Nullable String said(@Nullable Class<?> compared, Token token, boolean decimal) {
        LocalDate day = compared == LocalDate.class ? Literals.day(token) : null;
        if (day != null) {
            // Not formatted: that writes digits as the computer's language does.
            return "LocalDate.of(" + day.getYear() + ", " + day.getMonthValue() + ", " + day.getDayOfMonth() + ")";
        }
        return (decimal || compared == BigDecimal.class) && token.kind() == Kind.NUMBER ? token.text() + "B" : null;
    }
}
