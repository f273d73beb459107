package dev.cpor.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written, without its comments and its spacing.
 *
 * @param file the file's path relative to the rules folder, with {@code /}
 * @param name the sentence that names it
 * @param condition what stands between {@code when} and {@code then}, without the record's variable
 * @param decision what it says, such as {@code reject NO_PARTNER_RESPONSE}
 */
public record RuleSource(String file, String name, String condition, String decision) {

    /** Returns the rules of all files, in the order of the files; those of a draft too, as far as they can be told apart. */
    public static List<RuleSource> in(RuleText text) {
        List<RuleSource> rules = new ArrayList<>();
        for (String path : text.paths()) {
            byte[] content = text.content(path);
            String source = content == null || !path.endsWith(".drl") ? null : RuleText.utf8(content);
            if (source != null) {
                read(path, source, rules);
            }
        }
        return rules;
    }

    private static void read(String path, String source, List<RuleSource> rules) {
        List<Token> tokens = Tokens.of(source, 0);
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (beginsRule(tokens, at)) {
                int end = endOfRule(tokens, at + 2);
                rules.add(rule(path, source, tokens.subList(at + 1, end)));
                at = end - 1;
            }
        }
    }

    private static boolean beginsRule(List<Token> tokens, int at) {
        Token next = tokens.get(at + 1);
        return tokens.get(at).is("rule") && (next.kind() == Token.Kind.STRING || next.isWord());
    }

    /** A rule that is not closed ends where the next begins. */
    private static int endOfRule(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && !tokens.get(at).is("end") && !(at + 1 < tokens.size() && beginsRule(tokens, at))) {
            at++;
        }
        return at;
    }

    private static RuleSource rule(String path, String source, List<Token> tokens) {
        String name = tokens.get(0).text();
        int when = indexOf(tokens, "when", 1);
        int then = indexOf(tokens, "then", when);
        return new RuleSource(
                path,
                name.startsWith("\"") ? name.substring(1, name.length() - 1) : name,
                written(source, withoutVariable(tokens.subList(Math.min(when + 1, then), then))),
                decision(source, tokens.subList(Math.min(then + 1, tokens.size()), tokens.size())));
    }

    private static int indexOf(List<Token> tokens, String word, int from) {
        int at = Math.min(from, tokens.size());
        while (at < tokens.size() && !tokens.get(at).is(word)) {
            at++;
        }
        return at;
    }

    private static List<Token> withoutVariable(List<Token> condition) {
        boolean named = condition.size() > 2
                && condition.get(0).text().startsWith("$")
                && condition.get(1).is(":");
        return named ? condition.subList(2, condition.size()) : condition;
    }

    /** {@code decide.reject($claim, REASON);} says {@code reject REASON}; anything else says what is written. */
    private static String decision(String source, List<Token> consequence) {
        List<String> words = consequence.stream().map(Token::text).toList();
        boolean decides = words.size() > 4
                && words.subList(0, 2).equals(List.of("decide", "."))
                && words.get(3).equals("(")
                && words.stream().filter("decide"::equals).count() == 1;
        if (!decides) {
            return written(source, consequence);
        }
        int comma = words.indexOf(",");
        int close = words.indexOf(")");
        return comma < 0 || close < comma
                ? words.get(2)
                : words.get(2) + " " + String.join("", words.subList(comma + 1, close));
    }

    /** Returns the tokens with one space where there was any, or a comment, between them; none inside of brackets. */
    private static String written(String source, List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        @Nullable Token before = null;
        for (Token token : tokens) {
            boolean apart = before != null
                    && before.offset() + before.text().length() < token.offset()
                    && !before.is("(")
                    && !token.is(")")
                    && !token.is(",");
            text.append(apart ? " " : "").append(token.text());
            before = token;
        }
        return text.toString();
    }

    /** Returns the condition without any space, so that only what is written counts. */
    public String bareCondition() {
        return condition
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Says whether two rules do the same, whatever they are called and wherever they lie within lifecycle or incentive. */
    public boolean doesTheSameAs(RuleSource other) {
        return Folder.of(file) == Folder.of(other.file)
                && bareCondition().equals(other.bareCondition())
                && decision.equals(other.decision);
    }

    /** Returns condition and decision in one line. */
    public String told() {
        return condition + " then " + decision;
    }
}
