package dev.cpor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Pattern INLINE = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

    private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);

    @Test
    void isTheSameForTheSameNight() {
        assertThat(HtmlReport.render(ExampleNight.busy())).isEqualTo(HtmlReport.render(ExampleNight.busy()));
    }

    @Test
    void refersToNothingOutsideItself() {
        String page = HtmlReport.render(ExampleNight.busy());

        assertThat(withoutScripts(page))
                .doesNotContain("http:", "https:", "//")
                .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base)\\b|\\bsrc=|@import|url\\(")
                .contains("default-src &#39;none&#39;");
        assertThat(page.contains("sourceMappingURL")).isFalse();
    }

    @Test
    void letsTheBrowserRunItsOwnScriptsAndStylesOnly() throws Exception {
        String page = HtmlReport.render(ExampleNight.hostile("<script>alert(1)</script>"));
        List<String> inline =
                INLINE.matcher(page).results().map(found -> found.group(2)).toList();

        assertThat(inline).hasSize(3);
        for (String text : inline) {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            assertThat(page).contains("&#39;sha256-" + Base64.getEncoder().encodeToString(sha) + "&#39;");
        }
    }

    @Test
    void escapesEveryNameFromOutside() {
        String hostile = "</script></style><script>alert(1)</script>\" onload='alert(2)' & <b>";

        String page = HtmlReport.render(ExampleNight.hostile(hostile));

        assertThat(page.contains("<script>alert")).isFalse();
        assertThat(between(page, "id=\"charts\">", "</script>"))
                .contains("\\u003cscript\\u003ealert")
                .doesNotContain("<", ">", "&");
        assertThat(withoutScripts(page))
                .doesNotContain("<script>alert", "onload='", "\" onload", "& <b>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;alert(2)&#39; &amp; &lt;b&gt;");
    }

    @Test
    void holdsEveryNumberOfTheChartsInATableToo() {
        assertThat(withoutScripts(HtmlReport.render(ExampleNight.busy())))
                .contains(
                        "17,960",
                        "1,204",
                        "1,011",
                        "446,144.04",
                        "61,220,480",
                        "NO_PARTNER_RESPONSE",
                        "STATUS_NOT_ALLOWED");
    }

    @Test
    void canBeReadByAScreenReader() {
        String page = HtmlReport.render(ExampleNight.busy());

        assertThat(matches(page, "<html lang=\"en\"")).hasSize(1);
        assertThat(matches(page, "<h1>")).hasSize(1);
        assertThat(matches(page, "<canvas[^>]*role=\"img\"[^>]*aria-label=\"[^\"]{20,}\""))
                .hasSize(4);
        assertThat(matches(page, "<caption>")).hasSameSizeAs(matches(page, "<table>"));
        assertThat(matches(page, "<th ")).hasSameSizeAs(matches(page, "<th scope=\"col\""));
    }

    @Test
    void saysFirstWhatNeedsAttention() {
        String page = HtmlReport.render(ExampleNight.busy());

        assertThat(page.indexOf("cpor runs show 7")).isBetween(0, page.indexOf("What came in"));
        assertThat(HtmlReport.render(ExampleNight.quiet()))
                .contains("Nothing needs attention")
                .doesNotContain("<canvas", "<table>");
    }

    private static String withoutScripts(String page) {
        return SCRIPT.matcher(page).replaceAll("");
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from) + from.length();
        return page.substring(start, page.indexOf(to, start));
    }

    private static List<String> matches(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
