package dev.cpor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void tellsEverythingOfABusyNightUnderTheSameNamesForEver() {
        assertThat(JsonReport.render(ExampleNight.busy())).isEqualTo(Golden.text("busy-night.json"));
    }

    @Test
    void keepsAmountsExactlyAndDatesReadable() {
        JsonNode report = JSON.readTree(JsonReport.render(ExampleNight.busy()));

        assertThat(report.at("/night/businessDate").asString()).isEqualTo("2026-11-20");
        assertThat(report.at("/night/ended").asString()).isEqualTo("2026-11-21T01:00:26.730Z");
        assertThat(report.at("/payout/earned/3/amount/amount").isString()).isTrue();
        assertThat(report.at("/payout/earned/3/amount/amount").asString()).isEqualTo("18204.500");
        assertThat(report.at("/steps/0/took").asString()).isEqualTo("PT12.34S");
    }

    @Test
    void keepsEveryCharacterOfANameFromOutside() {
        String hostile = "</script>\u001b\n\"\\\u202E";

        JsonNode report = JSON.readTree(JsonReport.render(ExampleNight.hostile(hostile)));

        assertThat(report.at("/decisions/rules/0/rule").asString()).isEqualTo(hostile);
        assertThat(report.at("/night/ended").isNull()).isTrue();
    }
}
