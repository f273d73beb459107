package dev.cpor.cli.night;

import dev.cpor.report.NightReport;

/** One night of many in one line. */
final class OneLine {
    private OneLine() {}

    static String of(NightReport report) {
        long rows = report.intake().feeds().stream()
                .mapToLong(NightReport.FeedFile::read)
                .sum();
        long acts = report.decisions().rules().stream()
                .filter(rule ->
                        rule.action() != NightReport.Action.INELIGIBLE && rule.action() != NightReport.Action.EARNED)
                .mapToLong(NightReport.RuleCount::count)
                .sum();
        long earnings = report.payout().earned().stream()
                .mapToLong(NightReport.Earned::earnings)
                .sum();
        long reversals = report.payout().reversed().stream()
                .mapToLong(NightReport.Earned::earnings)
                .sum();
        String attention = report.attention().stream()
                .map(one -> one.what())
                .reduce((one, other) -> one + ", " + other)
                .map(all -> "; " + all)
                .orElse("");
        return "%s  run %d: %,d rows read, %,d claims evaluated, %,d acts of rules, %,d earnings%s%s"
                .formatted(
                        report.night().businessDate(),
                        report.night().run(),
                        rows,
                        report.decisions().evaluated(),
                        acts,
                        earnings,
                        reversals == 0 ? "" : ", %,d reversals".formatted(reversals),
                        attention);
    }
}
