package dev.cpor.account;

import static dev.cpor.report.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.account.Document.Part;
import dev.cpor.report.Column;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTest {
    private static final Part SUMS = new Part(
            "sums",
            "Sums",
            List.of(Column.text("currency"), Column.number("amount"), Column.number("amount_usd")),
            List.of(
                    row("EUR", new BigDecimal("1234.50"), new BigDecimal("1300.00")),
                    row("JPY", new BigDecimal("7"), null)),
            Map.of("amount", List.of("amount_usd")));
    private static final Part NAMES = new Part(
            "names",
            "Names",
            List.of(Column.text("name"), Column.text("currency")),
            List.of(row("=cmd|' /C calc'!A0", "EUR"), row("<b>\"Söhne\"</b>, Ltd", null), row("third", null)));

    @Test
    void writesAsCsvEveryTableInTheColumnsOfAllAndDefendsThemAgainstFormulas() {
        assertThat(written(document(2), DocumentFormat.CSV)).isEqualTo("""
                        part,currency,amount,amount_usd,name
                        sums,EUR,1234.50,1300.00,
                        sums,JPY,7,,
                        names,EUR,,,'=cmd|' /C calc'!A0
                        names,,,,"<b>""Söhne""</b>, Ltd"
                        names,,,,third
                        """);
    }

    @Test
    void writesAsJsonEveryRowAndExactNumbers() {
        String text = written(document(2), DocumentFormat.JSON);
        JsonNode json = JsonMapper.shared().readTree(text);

        assertThat(text).contains("\"amount\":1234.50,");
        assertThat(json.path("month").asString()).isEqualTo("2026-11");
        assertThat(json.path("as_of").isNull()).isTrue();
        assertThat(json.path("names")).hasSize(3);
        assertThat(json.path("names").get(0).path("name").asString()).startsWith("=cmd");
    }

    @Test
    void showsPeopleSoManyRowsAndSaysWhereTheOthersAre() {
        String table = written(document(2), DocumentFormat.TABLE);

        assertThat(table)
                .startsWith("Title\nLead\nAll is well.\n\nSums\n")
                .contains("1234.50")
                .doesNotContain("1300.00", "third")
                .contains("… and 1 more, which --format csv shows.\n");
        assertThat(written(document(3), DocumentFormat.TABLE)).contains("third").doesNotContain("more");
    }

    @Test
    void makesAPageWithNumbersBelowEachOtherAndEveryNameEscaped() {
        String page = written(document(2), DocumentFormat.HTML);

        assertThat(page)
                .contains("<td class=\"number\">1,234.50\n1,300.00 USD</td>")
                .contains("&lt;b&gt;&quot;Söhne&quot;&lt;/b&gt;, Ltd")
                .contains("… and 1 more")
                .contains("<section class=\"calm\"><h2>All is well.</h2></section>")
                .doesNotContain("<b>", "<script", "http:", "https:", "Needs attention");
    }

    @Test
    void saysFirstWhatNeedsAttention() {
        Document document =
                new Document("Title", "Lead", Map.of(), List.of("One & two."), "All is well.", List.of(SUMS), 9);

        assertThat(written(document, DocumentFormat.HTML))
                .contains("<li>One &amp; two.</li>")
                .doesNotContain("All is well.");
        assertThat(written(document, DocumentFormat.TABLE))
                .startsWith("Title\nLead\n\nNeeds attention\n  One & two.\n\nSums\n");
    }

    private static Document document(int longest) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("month", "2026-11");
        facts.put("as_of", null);
        return new Document("Title", "Lead", facts, List.of(), "All is well.", List.of(SUMS, NAMES), longest);
    }

    private static String written(Document document, DocumentFormat format) {
        StringWriter out = new StringWriter();
        Documents.write(document, format, out);
        return out.toString();
    }
}
