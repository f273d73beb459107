package dev.cpor.rules;

import dev.cpor.rules.drl.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule of the files of harmless and of hostile rules. */
record Corpus(String kind, Map<String, String> parts) {
    private static final Path FOLDER = Path.of("src/test/resources/dev/cpor/rules");
    private static final Set<String> PARTS =
            Set.of("condition", "consequence", "file", "lifecycle", "incentive", "gate", "bytecode", "warns");

    /** Returns the rules of one of the files. */
    static List<Corpus> read(String file) throws IOException {
        List<Corpus> all = new ArrayList<>();
        String part = "";
        for (String line : Files.readString(FOLDER.resolve(file)).split("\n", -1)) {
            int colon = line.indexOf(':');
            if (line.startsWith("=== ")) {
                all.add(new Corpus(line.substring(4), new LinkedHashMap<>()));
            } else if (colon > 0 && PARTS.contains(line.substring(0, colon)) && !all.isEmpty()) {
                part = line.substring(0, colon);
                last(all).parts.put(part, line.substring(colon + 1).strip());
            } else if (!all.isEmpty()) {
                last(all).parts.merge(part, "\n" + line, String::concat);
            }
        }
        return all;
    }

    private static Corpus last(List<Corpus> all) {
        return all.get(all.size() - 1);
    }

    /** Returns what somebody should say about it, null where nobody needs to. */
    @Nullable
    String said(String by) {
        String said = parts.get(by);
        return said == null ? null : said.strip();
    }

    /** Returns the line and column to which the gate says it. */
    String place() {
        return gate()[0];
    }

    /** Returns a part of what the gate says. */
    String message() {
        return gate()[1];
    }

    private String[] gate() {
        return Objects.requireNonNull(said("gate")).split(": ", 2);
    }

    /** Returns what each warning about it contains, in the order of their places. */
    List<String> warnings() {
        String warns = said("warns");
        return warns == null ? List.of() : warns.lines().toList();
    }

    /** Returns the path of the file that it is in. */
    String file() {
        return parts.containsKey("incentive") ? "incentive/b.drl" : "lifecycle/a.drl";
    }

    /** Returns the rules with this one in them. */
    RuleText text() {
        String incentive = parts.get("incentive");
        return RuleFixture.rules(
                incentive != null ? RuleFixture.LIFECYCLE : characters(lifecycle()),
                incentive != null ? characters(incentive) : RuleFixture.INCENTIVE,
                RuleFixture.HEADER);
    }

    private String lifecycle() {
        String whole = parts.getOrDefault("file", parts.get("lifecycle"));
        return whole != null
                ? whole
                : "rule \"A rule\"\nwhen $c : Claim(%s)\nthen %s\nend\n"
                        .formatted(
                                parts.getOrDefault("condition", "daysInStatus > 3"),
                                parts.getOrDefault("consequence", "decide.reject($c, NO_PARTNER_RESPONSE);"));
    }

    private static String characters(String text) {
        return text.replace("<CR>", "\r").replace("<TAB>", "\t").replace("<BOM>", "\uFEFF");
    }

    @Override
    public String toString() {
        return kind;
    }
}
