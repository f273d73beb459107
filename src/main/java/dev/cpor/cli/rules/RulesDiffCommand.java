package dev.cpor.cli.rules;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.rules.comparison.RuleChange;
import dev.cpor.rules.comparison.RuleComparison;
import dev.cpor.rules.drl.RuleText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says in words in what two rule sets differ. */
@Command(
        name = "diff",
        description = {
            "Say in words in what a rule set differs from another: rule by rule, rate by rate.",
            "Each is a fingerprint or at least its first 8 digits, the word folder, or the path of a folder of rules."
        })
final class RulesDiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The rule set as it was.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Parameters(index = "1", paramLabel = "B", description = "The rule set as it is.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    private enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        try (RuleSetWords words = new RuleSetWords(settings)) {
            RuleText before = words.find(from);
            RuleText after = words.find(to);
            RuleComparison comparison = RuleComparison.of(before, after);
            settings.console()
                    .out()
                    .print(
                            format == Format.JSON
                                    ? json(before, after, comparison)
                                    : text(words.describe(from, before), words.describe(to, after), comparison));
        }
        return ExitStatus.DONE;
    }

    private static String text(String before, String after, RuleComparison comparison) {
        if (comparison.isSame()) {
            return "Both are the same rule set, %s.%n".formatted(after);
        }
        StringBuilder text = new StringBuilder("From %s%nto   %s%n%n".formatted(before, after));
        comparison.changes().forEach(change -> text.append(change.sentence()).append(System.lineSeparator()));
        comparison.notes().forEach(note -> text.append(note).append(System.lineSeparator()));
        return text.toString();
    }

    private static String json(RuleText before, RuleText after, RuleComparison comparison) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("from", before.fingerprint());
        told.put("to", after.fingerprint());
        told.put(
                "changes",
                comparison.changes().stream().map(RulesDiffCommand::json).toList());
        told.put("notes", comparison.notes());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(told) + "\n";
    }

    private static Map<String, String> json(RuleChange change) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("what", change.thing().name().toLowerCase(Locale.ROOT));
        told.put("change", change.kind().name().toLowerCase(Locale.ROOT));
        told.put("subject", change.subject());
        told.put("aspect", change.aspect());
        told.put("from", change.from());
        told.put("to", change.to());
        told.put("sentence", change.sentence());
        return told;
    }
}
