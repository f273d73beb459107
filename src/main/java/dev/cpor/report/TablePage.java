package dev.cpor.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.context.Context;

/** Tables as a page that is one file, without scripts, and with a content security policy that forbids everything from outside. */
public final class TablePage {
    private static final String TEMPLATE = "dev/cpor/report/table-page.html";
    private static final String STYLE = Templates.resource("report.css");
    private static final String POLICY =
            "default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'".formatted(Templates.hash(STYLE));

    private TablePage() {}

    /**
     * A table with its heading.
     *
     * @param numbers the columns that hold numbers, which stand at the right
     * @param rows each with as many cells as there are columns
     */
    public record Section(String heading, List<String> columns, Set<String> numbers, List<List<String>> rows) {
        /** A table without numbers. */
        public Section(String heading, List<String> columns, List<List<String>> rows) {
            this(heading, columns, Set.of(), rows);
        }

        /** Says whether a column, counted from 0, holds numbers. */
        public boolean isNumber(int column) {
            return numbers.contains(columns.get(column));
        }
    }

    /** Returns the page; a section without rows says that there is nothing. */
    public static String render(String title, String lead, List<Section> sections) {
        return Templates.ENGINE.process(
                TEMPLATE,
                new Context(
                        Locale.ENGLISH,
                        Map.of("title", title, "lead", lead, "sections", sections, "policy", POLICY, "style", STYLE)));
    }
}
