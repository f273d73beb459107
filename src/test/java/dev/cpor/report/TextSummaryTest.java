package dev.cpor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSummaryTest {

    @Test
    void tellsABusyNight() {
        assertThat(TextSummary.render(ExampleNight.busy())).isEqualTo(Golden.text("busy-night.txt"));
    }

    @Test
    void tellsAQuietNightInAFewLines() {
        assertThat(TextSummary.render(ExampleNight.quiet())).isEqualTo(Golden.text("quiet-night.txt"));
    }

    @Test
    void fitsOnAScreenOrTwo() {
        assertThat(TextSummary.render(ExampleNight.busy()).lines())
                .hasSizeLessThanOrEqualTo(60)
                .allSatisfy(line -> assertThat(Visible.width(line)).isLessThanOrEqualTo(120));
    }

    @Test
    void endsWithWhatNeedsAttentionAndTheCommandThatShowsIt() {
        assertThat(TextSummary.render(ExampleNight.busy()).lines().toList())
                .endsWith(
                        "Needs attention",
                        "  1 feed file was refused   cpor runs show 7",
                        "  42 rejects                cpor runs show 7",
                        "  1 claim is in quarantine  cpor runs show 7",
                        "  3 claims are held         cpor runs show 7");
    }

    @Test
    void tellsOfRejectsWhoseRowsCameWithAnEarlierNight() {
        assertThat(TextSummary.render(ExampleNight.withLateRejects()))
                .contains("Came in: nothing\n  Rejects: 2 ALREADY_ASSESSED\n")
                .endsWith("Needs attention\n  2 rejects  cpor runs show 8\n");
    }

    @Test
    void cutsNothingShortWhenAskedForTheWhole() {
        assertThat(TextSummary.whole(ExampleNight.busy()))
                .contains("Held claims", "PAYOUT_PROFILE_INVALID")
                .doesNotContain("…");
    }

    @Test
    void hasColoursOnlyWhenAskedFor() {
        String coloured = TextSummary.render(ExampleNight.busy(), true);

        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(TextSummary.render(ExampleNight.busy()));
    }

    @Test
    void letsNoNameActOnTheTerminal() {
        String summary = TextSummary.render(ExampleNight.hostile("a\u001b[2J\nb\u202Ec"));

        assertThat(summary).contains("a\\u001b[2J\\nb\\u202ec").doesNotContain("\u001b", "\u202E");
    }

    @Test
    void keepsColumnsAlignedBehindWideCharacters() {
        assertThat(TextSummary.render(ExampleNight.hostile("規則")))
                .contains("  1  held  規則  NO_EXCHANGE_RATE")
                .contains("  規則  規則\n");
    }
}
