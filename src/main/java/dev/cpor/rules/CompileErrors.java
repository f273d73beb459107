package dev.cpor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * Says what Drools could not compile. The gate has seen to all but types by then, and Drools speaks of the Java code that it
 * generated: of its messages one tells the rule, in that code, and another what is wrong.
 */
final class CompileErrors {
    private static final String GENERATED = "Java source of ";
    private static final Pattern RULE = Pattern.compile("addRuleNames\\(\"([^\"]*)\"");

    private CompileErrors() {}

    /** Returns a problem for each message that says what is wrong. */
    static List<Problem> of(List<DrlFile> files, List<Message> errors) {
        List<Problem> problems = new ArrayList<>();
        String rule = null;
        for (Message error : errors) {
            Matcher named = RULE.matcher(error.getText());
            if (named.find()) {
                rule = named.group(1);
            }
        }
        for (Message error : errors) {
            if (!error.getText().startsWith(GENERATED) || errors.size() == 1) {
                problems.add(problem(files, rule, error));
            }
        }
        return problems;
    }

    private static Problem problem(List<DrlFile> files, @Nullable String rule, Message error) {
        String said = error.getText().strip().replaceAll("\\s+", " ");
        String what = "cannot be compiled (%s); compare only what is of the same kind".formatted(said);
        if (rule != null) {
            return DrlFile.problemOf(files, rule, what);
        }
        String path = String.valueOf(error.getPath());
        for (int i = 0; i < files.size(); i++) {
            if (path.endsWith("/" + i + ".drl")) {
                return files.get(i).problemInLine(Math.max(1, error.getLine()), what);
            }
        }
        return files.get(0).problem(0, null, what);
    }
}
