package dev.cpor.rules;

import dev.cpor.domain.RateCard;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rules that went through every check.
 *
 * @param problems sorted; where there is an error, bases may be missing
 * @param bases the compiled rules of each folder
 */
record CheckedRules(RuleText text, List<Problem> problems, RateCard rateCard, Map<Folder, RuleBase> bases) {

    static CheckedRules of(RuleText text) {
        return of(text, true);
    }

    /** @param gated false for tests alone, which need rules that the gate would not let through */
    static CheckedRules of(RuleText text, boolean gated) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Problem> names = new HashMap<>();
        Map<Folder, List<DrlFile>> files = new EnumMap<>(Folder.class);
        for (Folder folder : Folder.values()) {
            files.put(folder, new ArrayList<>());
        }
        for (String path : text.paths()) {
            Folder folder = Folder.of(path);
            if (folder != null && path.endsWith(".drl")) {
                String content = read(text, path, problems);
                DrlFile file = new DrlFile(path, folder, content);
                Objects.requireNonNull(files.get(folder)).add(file);
                if (gated) {
                    Gate.check(file, problems, names);
                }
            }
        }
        text.strays()
                .forEach(path -> problems.add(Problem.warning(
                        path,
                        1,
                        1,
                        null,
                        "this file decides nothing where it lies; put rules into lifecycle/ or incentive/ under a name that ends in .drl, and rates into "
                                + RuleFolder.RATE_CARD)));
        files.forEach((folder, found) -> {
            if (found.isEmpty()) {
                problems.add(Problem.error(
                        folder.path(), 1, 1, null, "there is no rule file; put one whose name ends with .drl there"));
            }
        });
        RateCard rateCard = rateCard(text, problems);
        Map<Folder, RuleBase> bases = new EnumMap<>(Folder.class);
        if (problems.stream().noneMatch(Problem::isError)) {
            files.forEach((folder, found) -> {
                RuleBase base = RuleBase.compile(folder, found, problems);
                if (base != null) {
                    bases.put(folder, base);
                }
            });
        }
        return new CheckedRules(text, problems.stream().sorted().toList(), rateCard, bases);
    }

    /** Returns a file that is known to be one of rules. */
    static DrlFile file(RuleText text, String path, Folder folder) {
        return new DrlFile(path, folder, read(text, path, new ArrayList<>()));
    }

    private static RateCard rateCard(RuleText text, List<Problem> problems) {
        if (text.content(RuleFolder.RATE_CARD) == null) {
            problems.add(Problem.error(
                    RuleFolder.RATE_CARD,
                    1,
                    1,
                    null,
                    "there is no rate card; write one with the header " + String.join(",", RateRow.COLUMNS)));
            return new RateCard(List.of());
        }
        return RateCardFile.read(RuleFolder.RATE_CARD, read(text, RuleFolder.RATE_CARD, problems), problems);
    }

    private static String read(RuleText text, String path, List<Problem> problems) {
        @Nullable String content = RuleText.utf8(Objects.requireNonNull(text.content(path)));
        if (content == null) {
            problems.add(Problem.error(path, 1, 1, null, "this is not UTF-8; save the file with this encoding"));
            return "";
        }
        return content.startsWith("\uFEFF") && path.endsWith(".drl") ? content.substring(1) : content;
    }

    List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }
}
