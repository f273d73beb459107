package dev.cpor.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** One file of rules, with the places in it. */
public final class DrlFile {
    /** What to write instead of something that is no rule. */
    public static final String SHAPE =
            "write rules of the form: rule \"a sentence\" when $claim : Claim(conditions) then decide.… end";

    private final String path;
    private final Folder folder;
    private final String text;

    /** @param path relative to the rules folder, with {@code /} */
    public DrlFile(String path, Folder folder, String text) {
        this.path = path;
        this.folder = folder;
        this.text = text;
    }

    /** Returns the path relative to the rules folder, with {@code /}. */
    public String path() {
        return path;
    }

    /** Returns the folder whose words the rules may use. */
    public Folder folder() {
        return folder;
    }

    /** Returns what stands in the file. */
    public String text() {
        return text;
    }

    /**
     * Returns what Drools' own parser makes of the file, null if it cannot read it.
     *
     * @param problems is added what it cannot read
     */
    public @Nullable PackageDescr parse(List<Problem> problems) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, text);
        } catch (StackOverflowError e) {
            problems.add(Problem.error(path, 1, 1, null, "parentheses are nested too deep; leave some out"));
            return null;
        } catch (DroolsParserException | RuntimeException e) {
            problems.add(Problem.error(path, 1, 1, null, "this is not a file of rules; " + SHAPE));
            return null;
        }
        if (!parser.hasErrors()) {
            return parsed;
        }
        // The others are mostly consequences of the first.
        Problem unwritable = unwritable();
        problems.add(
                unwritable != null ? unwritable : problem(parser.getErrors().get(0)));
        return null;
    }

    /** Returns the first character that no rule can have where it stands, null if there is none; what follows it is misread. */
    private @Nullable Problem unwritable() {
        for (Token token : Tokens.of(text, 0)) {
            if (token.kind() == Token.Kind.UNKNOWN) {
                String what = Characters.instead(token.text().charAt(0));
                if (what != null) {
                    int offset = token.offset();
                    return problem(offset, ruleAt(lineOf(offset), columnOf(offset)), what);
                }
            }
        }
        return null;
    }

    private Problem problem(DroolsError error) {
        int line = error.getLines().length > 0 ? Math.max(1, error.getLines()[0]) : 1;
        int column = error instanceof ParserError place ? Math.max(0, place.getCol()) + 1 : 1;
        String said = error.getMessage()
                .replaceFirst("^\\[ERR \\d+] (Line \\S+ )?", "")
                .replaceFirst(" in rule \".*", "");
        return Problem.error(
                path, line, column, ruleAt(line, column), "cannot be read here: %s; %s".formatted(said, hint(said)));
    }

    private static String hint(String said) {
        if (said.contains("'='")) {
            return "write == to compare";
        }
        return said.contains("'and'") || said.contains("'or'")
                ? "write a comma or && for and, || for or, and the property in each comparison"
                : SHAPE;
    }

    private @Nullable String ruleAt(int line, int column) {
        List<Token> tokens = Tokens.of(text, 0);
        String name = null;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            int tokenLine = lineOf(token.offset());
            boolean before = tokenLine < line || (tokenLine == line && columnOf(token.offset()) <= column);
            if (before && token.is("rule") && tokens.get(i + 1).kind() == Token.Kind.STRING) {
                name = unquoted(tokens.get(i + 1).text());
            }
        }
        return name;
    }

    /** Returns the tokens of a rule. */
    public List<Token> tokensOf(RuleDescr rule) {
        int start = rule.getStartCharacter();
        return Tokens.of(text.substring(start, Math.min(text.length(), rule.getEndCharacter() + 1)), start);
    }

    /** Returns the tokens of a rule between its {@code then} and its {@code end}. */
    public List<Token> consequenceOf(RuleDescr rule) {
        List<Token> all = new ArrayList<>();
        boolean inside = false;
        for (Token token : tokensOf(rule)) {
            if (inside) {
                all.add(token);
            }
            inside |= token.is("then");
        }
        while (!all.isEmpty() && !all.get(all.size() - 1).is("end")) {
            all.remove(all.size() - 1);
        }
        return all.isEmpty() ? all : all.subList(0, all.size() - 1);
    }

    /** Returns a problem of which no more than the rule is known, null for not even that. */
    public static Problem problemOf(List<DrlFile> files, @Nullable String rule, String what) {
        if (rule != null) {
            Pattern head = Pattern.compile("\\brule\\s+([\"'])" + Pattern.quote(rule) + "\\1");
            for (DrlFile file : files) {
                Matcher found = head.matcher(file.text);
                if (found.find()) {
                    return file.problem(found.start(), rule, what);
                }
            }
        }
        return files.get(0).problem(0, rule, what);
    }

    public Problem problem(int offset, @Nullable String rule, String what) {
        return Problem.error(path, lineOf(offset), columnOf(offset), rule, what);
    }

    private int lineOf(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private int columnOf(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }

    private static String unquoted(String string) {
        return string.substring(1, string.length() - 1);
    }
}
