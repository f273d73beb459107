package dev.cpor.rules.gate;

import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Suggestion;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Folder.Verb;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets through consequences that consist of {@code decide.verb($x, REASON);} and nothing else. */
final class ConsequenceGate {
    private final DrlFile file;
    private final String rule;
    private final String variable;
    private final List<Verb> verbs;

    ConsequenceGate(DrlFile file, String rule, Fact fact, String variable) {
        this.file = file;
        this.rule = rule;
        this.variable = variable;
        this.verbs = file.folder().verbsFor(fact.name());
    }

    /**
     * Returns what is wrong; the first thing alone, as the rest mostly follows from it.
     *
     * @param start where the rule's pattern is, for a consequence without anything in it
     */
    List<Problem> check(int start, List<Token> tokens) {
        List<Problem> problems = new ArrayList<>();
        if (tokens.isEmpty()) {
            problems.add(file.problem(start, rule, "nothing is decided; write " + examples()));
        }
        int at = 0;
        while (at < tokens.size() && problems.isEmpty()) {
            at = statement(tokens, at, problems);
        }
        return problems;
    }

    private int statement(List<Token> tokens, int at, List<Problem> problems) {
        Token first = tokens.get(at);
        if (!isAt(tokens, at, "decide") || !isAt(tokens, at + 1, ".")) {
            add(problems, first, "%s is not allowed here; write %s".formatted(first.text(), examples()));
            return at;
        }
        Token name = tokens.get(Math.min(at + 2, tokens.size() - 1));
        Verb verb = verbs.stream()
                .filter(known -> name.is(known.name()))
                .findFirst()
                .orElse(null);
        if (verb == null) {
            List<String> names = verbs.stream().map(Verb::name).toList();
            add(
                    problems,
                    name,
                    "decide.%s is not possible here%s; write %s"
                            .formatted(name.text(), Suggestion.among(names, name.text()), examples()));
            return at;
        }
        boolean begun = isAt(tokens, at + 3, "(") && isAt(tokens, at + 4, variable);
        int end = verb.reason() == null ? at + 5 : at + 7;
        if (begun && verb.reason() != null && isAt(tokens, at + 5, ",") && at + 6 < tokens.size()) {
            add(problems, tokens.get(at + 6), reason(verb, verb.reason(), tokens.get(at + 6)));
        } else if (!begun || verb.reason() != null) {
            add(problems, name, "this is not complete; write " + verb.example(variable));
        }
        if (problems.isEmpty() && !(isAt(tokens, end, ")") && isAt(tokens, end + 1, ";"))) {
            add(
                    problems,
                    tokens.get(Math.min(end, tokens.size() - 1)),
                    "this does not end here; write " + verb.example(variable));
        }
        return end + 2;
    }

    private static @Nullable String reason(Verb verb, ReasonCode.Use use, Token reason) {
        List<String> codes = Stream.of(ReasonCode.values())
                .filter(code -> code.isFor(use))
                .map(ReasonCode::name)
                .toList();
        String bare = reason.text().replaceAll("[\"']", "");
        if (!reason.isWord() && codes.contains(bare)) {
            return "%s stands in quotes; write %s without them".formatted(reason.text(), bare);
        }
        return reason.isWord() && codes.contains(reason.text())
                ? null
                : "%s is no reason to %s%s; write one of %s"
                        .formatted(
                                reason.text(),
                                verb.name(),
                                Suggestion.among(codes, reason.text()),
                                String.join(", ", codes));
    }

    private void add(List<Problem> problems, Token token, @Nullable String what) {
        if (what != null) {
            problems.add(file.problem(token.offset(), rule, what));
        }
    }

    private static boolean isAt(List<Token> tokens, int at, String text) {
        return at < tokens.size() && tokens.get(at).is(text);
    }

    private String examples() {
        return verbs.stream().map(verb -> verb.example(variable)).collect(Collectors.joining(" or "));
    }
}
