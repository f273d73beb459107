package dev.cpor.report;

import dev.cpor.report.NightReport.Night;
import java.time.Duration;
import java.time.Instant;

/** The first lines about a night. */
final class Headline {
    private static final int BRIEF = 12;

    private Headline() {}

    /** Returns {@code Night of Friday, 20 November 2026: completed in 1 min 42 s}. */
    static String of(Night night) {
        return "%s of %s: %s"
                .formatted(night.dryRun() ? "Dry run" : "Night", Telling.day(night.businessDate()), outcome(night));
    }

    /** Returns run, start and rule set in one line. */
    static String details(Night night) {
        return "Run %d%s, started %s, rule set %s%s"
                .formatted(
                        night.run(),
                        night.restarted() ? ", restarted" : "",
                        Telling.time(night.started()),
                        Visible.text(brief(night.ruleset())),
                        night.dryRun() ? "; nothing of it stays in tables or files" : "");
    }

    /** Returns how the night ended and how long it took. */
    static String outcome(Night night) {
        Instant ended = night.ended();
        String took = ended == null ? "" : Telling.duration(Duration.between(night.started(), ended));
        return switch (night.status()) {
            case COMPLETED -> took.isEmpty() ? "completed" : "completed in " + took;
            case FAILED ->
                (took.isEmpty() ? "failed" : "failed after " + took)
                        + (night.dryRun() ? "" : "; the same command again continues it");
            case RUNNING -> "still running";
        };
    }

    /** Returns as much of a SHA-256 as people compare. */
    static String brief(String sha256) {
        return sha256.length() <= BRIEF ? sha256 : sha256.substring(0, BRIEF);
    }
}
