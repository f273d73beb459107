package dev.cpor.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;

/** Tables as a page that is one file, without scripts, and with a content security policy that forbids everything from outside. */
public final class TablePage {
    private static final String TEMPLATE = "dev/cpor/report/table-page.html";
    private static final String STYLE = Templates.resource("report.css");
    private static final String POLICY =
            "default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'".formatted(Templates.hash(STYLE));

    private static final int SHORT = 14;

    private TablePage() {}

    /**
     * A table with its heading.
     *
     * @param numbers the columns that hold numbers, which stand at the right
     * @param rows each with as many cells as there are columns
     * @param more what stands below a table that does not hold all; empty for one that does
     */
    public record Section(String heading, List<Column> columns, List<List<String>> rows, String more) {
        /** Takes a table that holds all. */
        public Section(String heading, List<Column> columns, List<List<String>> rows) {
            this(heading, columns, rows, "");
        }

        /** Returns how a column is set: words of a few letters stay in one line. Public for the template, as the accessors are. */
        public String kind(int column) {
            if (columns.get(column).isNumber()) {
                return "number";
            }
            return rows.stream().allMatch(row -> row.get(column).length() <= SHORT) ? "short" : "text";
        }
    }

    /** Returns the page; a section without rows says that there is nothing. */
    public static String render(String title, String lead, List<Section> sections) {
        return render(title, lead, List.of(), "", sections);
    }

    /**
     * Returns the page; a section without rows says that there is nothing.
     *
     * @param attention what somebody should look at first, one sentence each
     * @param calm the sentence that stands in its place when there is nothing; empty for none
     */
    public static String render(
            String title, String lead, List<String> attention, String calm, List<Section> sections) {
        return Templates.ENGINE.process(
                TEMPLATE,
                new Context(
                        Locale.ENGLISH,
                        Map.of(
                                "title", title,
                                "lead", lead,
                                "attention", attention,
                                "calm", calm,
                                "sections", sections,
                                "policy", POLICY,
                                "style", STYLE)));
    }
}
