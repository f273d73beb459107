package dev.cpor.rules.compile;

import dev.cpor.domain.RateCard;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import dev.cpor.rules.gate.Gate;
import dev.cpor.rules.ratecard.RateCardFile;
import dev.cpor.rules.ratecard.RateRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Rules that went through every check.
 *
 * @param problems sorted; where there is an error, bases may be missing
 * @param bases the compiled rules of each folder
 * @param files the rule files of each folder
 */
public record CheckedRules(
        RuleText text,
        List<Problem> problems,
        RateCard rateCard,
        Map<Folder, RuleBase> bases,
        Map<Folder, List<DrlFile>> files) {

    /** Reads rules, checks and compiles them; what is wrong stands among the problems. */
    public static CheckedRules of(RuleText text) {
        return of(text, KeptRules.NONE);
    }

    /** Checks rules, and compiles them where they have not been compiled before. */
    public static CheckedRules of(RuleText text, KeptRules kept) {
        return of(text, EnumSet.allOf(Check.class), kept);
    }

    /** The two checks that know nothing of each other. */
    enum Check {
        /** Of the text. */
        GATE,
        /** Of what was compiled from it. */
        BYTECODE
    }

    /** @param checks fewer than all for tests alone, which need rules that one of them would not let through */
    static CheckedRules of(RuleText text, Set<Check> checks) {
        return of(text, checks, KeptRules.NONE);
    }

    private static CheckedRules of(RuleText text, Set<Check> checks, KeptRules kept) {
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
                if (checks.contains(Check.GATE)) {
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
                        "this file decides nothing where it lies; put rules into lifecycle/ or incentive/ under a name that ends in .drl, cases into tests/ itself, and rates into "
                                + RuleFolder.RATE_CARD)));
        files.forEach((folder, found) -> {
            if (found.isEmpty()) {
                problems.add(Problem.error(
                        folder.path(), 1, 1, null, "there is no rule file; put one whose name ends with .drl there"));
            }
        });
        RateCard rateCard = rateCard(text, problems);
        Map<Folder, RuleBase> bases = problems.stream().noneMatch(Problem::isError)
                ? compile(files, checks.contains(Check.BYTECODE), kept, problems)
                : Map.of();
        return new CheckedRules(text, problems.stream().sorted().toList(), rateCard, bases, files);
    }

    /** Compiles the folders beside each other: compiling takes most of the time of a check. */
    private static Map<Folder, RuleBase> compile(
            Map<Folder, List<DrlFile>> files, boolean read, KeptRules kept, List<Problem> problems) {
        // Not the pool that all share: its threads have another class loader when the program runs from its one jar.
        ExecutorService compilers = Executors.newFixedThreadPool(files.size());
        try {
            Map<Folder, List<Problem>> found = new EnumMap<>(Folder.class);
            Map<Folder, Future<@Nullable RuleBase>> compiling = new EnumMap<>(Folder.class);
            files.forEach((folder, drl) -> {
                List<Problem> own = new ArrayList<>();
                found.put(folder, own);
                compiling.put(folder, compilers.submit(() -> {
                    RuleBase before = RuleBase.kept(folder, drl, kept);
                    return before != null ? before : RuleBase.compile(folder, drl, own, read);
                }));
            });
            Map<Folder, RuleBase> bases = new EnumMap<>(Folder.class);
            for (Map.Entry<Folder, Future<@Nullable RuleBase>> entry : compiling.entrySet()) {
                RuleBase base = entry.getValue().get();
                if (base != null) {
                    bases.put(entry.getKey(), base);
                }
            }
            found.values().forEach(problems::addAll);
            return bases;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Rules could not be compiled.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The compilation of rules was interrupted.", e);
        } finally {
            compilers.shutdown();
        }
    }

    /** Returns a file that is known to be one of rules. */
    public static DrlFile file(RuleText text, String path, Folder folder) {
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

    /** Returns the rule files of a folder. */
    public List<DrlFile> files(Folder folder) {
        return files.getOrDefault(folder, List.of());
    }

    /** Returns the problems that keep the rules from being used. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }
}
