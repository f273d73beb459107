package dev.cpor.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a night as a page that is one file: styles, the chart library and the numbers are inside, and its content security
 * policy forbids everything else, the network and scripts that came in with a name above all.
 */
public final class HtmlReport {
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/chart.js/4.4.9/dist/chart.umd.js";

    private static final JsonMapper JSON = new JsonMapper();

    private static final String TEMPLATE = "dev/cpor/report/report.html";
    private static final String STYLE = Templates.resource("report.css");
    private static final String LIBRARY = withoutSourceMap(Templates.resource(CHART_LIBRARY));
    private static final String SCRIPT = Templates.resource("report.js");
    private static final String POLICY =
            "default-src 'none'; style-src %s; script-src %s %s; base-uri 'none'; form-action 'none'"
                    .formatted(Templates.hash(STYLE), Templates.hash(LIBRARY), Templates.hash(SCRIPT));

    private HtmlReport() {}

    /** Returns the page, the same bytes for the same night; it can be read, and printed, without its scripts too. */
    public static String render(NightReport report) {
        Page page = PageText.of(report);
        List<Chart> charts = page.sections().stream()
                .map(Page.Section::chart)
                .filter(Objects::nonNull)
                .toList();
        return Templates.ENGINE.process(
                TEMPLATE,
                new Context(
                        Locale.ENGLISH,
                        Map.of(
                                "page", page,
                                "policy", POLICY,
                                "style", STYLE,
                                "library", LIBRARY,
                                "script", SCRIPT,
                                "charts", insideScript(JSON.writeValueAsString(charts)))));
    }

    /** A name such as {@code </script>} must not end the element that the numbers are in. */
    private static String insideScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** Otherwise a browser's tools would ask for the file that the comment names. */
    private static String withoutSourceMap(String script) {
        return script.replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    }
}
