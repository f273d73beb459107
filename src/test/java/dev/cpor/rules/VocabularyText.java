package dev.cpor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.Rate;
import dev.cpor.domain.ReasonCode;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Folder.Verb;
import dev.cpor.rules.drl.Kinds;
import dev.cpor.rules.ratecard.RateRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the words of the rules as Markdown: what there is by reflection, what it means from the comments of the sources. */
final class VocabularyText {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*";

    private final StringBuilder text = new StringBuilder();

    String text() throws IOException {
        for (Folder folder : Folder.values()) {
            for (Fact fact : folder.facts()) {
                line("");
                line("**`%s` in `%s`**".formatted(fact.name(), folder.path()));
                line("");
                facts(fact);
            }
            line("");
            line("**What `decide` can say in `%s`**".formatted(folder.path()));
            line("");
            verbs(folder);
        }
        line("");
        line("**Constants**");
        line("");
        constants();
        line("");
        line("**Columns of `incentive/rate-card.csv`**");
        line("");
        rates();
        line("");
        return text.toString();
    }

    private void facts(Fact fact) throws IOException {
        String source = source(fact.type());
        line("| property | is | means |");
        line("| --- | --- | --- |");
        for (String property : fact.propertyNames()) {
            Class<?> type = Objects.requireNonNull(fact.typeOf(property));
            String kind = type.isEnum() ? "`%s`".formatted(type.getSimpleName()) : Kinds.nameOf(type);
            line("| `%s` | %s | %s |".formatted(property, kind, parameter(source, property)));
        }
    }

    private static String parameter(String source, String property) {
        List<String> found = matches("@param " + property + " ((?:(?!@param|\\*/).)*)", source);
        assertThat(found).as("@param " + property).hasSize(1);
        return found.get(0);
    }

    private void verbs(Folder folder) throws IOException {
        String source = source(folder.decide());
        line("| sentence | does | reasons |");
        line("| --- | --- | --- |");
        for (Fact fact : folder.facts()) {
            for (Verb verb : folder.verbsFor(fact.name())) {
                String variable = "$" + fact.name().toLowerCase(Locale.ROOT);
                List<String> meaning = matches(COMMENT + "void %s\\(%s ".formatted(verb.name(), verb.fact()), source);
                assertThat(meaning).as(verb.toString()).hasSize(1);
                line("| `decide.%s(%s%s);` | %s | %s |"
                        .formatted(
                                verb.name(),
                                variable,
                                verb.reason() == null ? "" : ", REASON",
                                meaning.get(0),
                                reasons(verb)));
            }
        }
    }

    private static String reasons(Verb verb) {
        return verb.reason() == null
                ? ""
                : Stream.of(ReasonCode.values())
                        .filter(code -> code.isFor(verb.reason()))
                        .map(code -> "`" + code + "`")
                        .collect(Collectors.joining(", "));
    }

    private void constants() throws IOException {
        line("| constant | means |");
        line("| --- | --- |");
        for (Class<? extends Enum<?>> type : Folder.ENUMS) {
            String source = source(type);
            for (String name : Kinds.namesOf(type)) {
                List<String> meaning = matches(COMMENT + "%s\\b".formatted(name), source);
                assertThat(meaning).as(type + " " + name).hasSize(1);
                line("| `%s.%s` | %s |".formatted(type.getSimpleName(), name, meaning.get(0)));
            }
        }
    }

    private void rates() throws IOException {
        String source = source(Rate.class);
        line("| column | means |");
        line("| --- | --- |");
        for (String column : Stream.concat(RateRow.COLUMNS.stream(), RateRow.FURTHER_COLUMNS.stream())
                .toList()) {
            line("| `%s` | %s |"
                    .formatted(column, parameter(source, camelCase(column)).replace("null", "empty")));
        }
    }

    private static String camelCase(String column) {
        return Pattern.compile("_(.)").matcher(column).replaceAll(letter -> letter.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private static String source(Class<?> type) throws IOException {
        return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    }

    private static List<String> matches(String pattern, String source) {
        return new ArrayList<>(Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(source)
                .results()
                .map(VocabularyText::plain)
                .toList());
    }

    private static String plain(MatchResult found) {
        return found.group(1)
                .replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\.$", "");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
