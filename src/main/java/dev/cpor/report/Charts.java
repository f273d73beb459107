package dev.cpor.report;

import dev.cpor.domain.Program;
import dev.cpor.report.Chart.Series;
import dev.cpor.report.NightReport.Action;
import dev.cpor.report.NightReport.Decisions;
import dev.cpor.report.NightReport.Earned;
import dev.cpor.report.NightReport.FeedFile;
import dev.cpor.report.NightReport.RuleCount;
import dev.cpor.report.NightReport.StatusChange;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The charts of the page; none where there is nothing to draw. */
final class Charts {
    private static final int MOST_BARS = 16;

    private Charts() {}

    static @Nullable Chart feeds(List<FeedFile> files) {
        List<Feed> feeds = Feed.of(files);
        return feeds.isEmpty()
                ? null
                : new Chart(
                        "feeds",
                        "rows of each feed",
                        "rows",
                        feeds.stream().map(Feed::name).toList(),
                        List.of(
                                rows("applied", "blue", feeds, Feed::applied),
                                rows("waiting", "sky", feeds, Feed::waiting),
                                rows("duplicates", "grey", feeds, Feed::duplicates),
                                rows("rejects", "red", feeds, Feed::rejected)));
    }

    static @Nullable Chart rules(Decisions decisions) {
        List<RuleCount> rules = decisions.rules().stream().limit(MOST_BARS).toList();
        return rules.isEmpty()
                ? null
                : new Chart(
                        "rules",
                        "decisions of each rule",
                        "decisions",
                        rules.stream().map(RuleCount::rule).toList(),
                        Arrays.stream(Action.values())
                                .filter(action -> rules.stream().anyMatch(rule -> rule.action() == action))
                                .map(action -> new Series(
                                        action.word(),
                                        action.name().toLowerCase(Locale.ROOT),
                                        rules.stream()
                                                .map(rule -> rule.action() == action ? rule.count() : 0L)
                                                .toList()))
                                .toList());
    }

    static @Nullable Chart changes(List<StatusChange> all) {
        List<StatusChange> changes = all.stream().limit(MOST_BARS).toList();
        return changes.isEmpty()
                ? null
                : new Chart(
                        "changes",
                        "claims that went from one status to another",
                        "claims",
                        changes.stream()
                                .map(change -> PageText.from(change) + " → " + change.to())
                                .toList(),
                        List.of(new Series(
                                "claims",
                                "blue",
                                changes.stream().map(StatusChange::claims).toList())));
    }

    static @Nullable Chart money(List<Earned> earned) {
        List<String> currencies = earned.stream()
                .map(sum -> sum.amount().currency().getCurrencyCode())
                .distinct()
                .toList();
        return earned.isEmpty()
                ? null
                : new Chart(
                        "money",
                        "earnings in USD for each currency",
                        "USD",
                        currencies,
                        Arrays.stream(Program.values())
                                .filter(program -> earned.stream().anyMatch(sum -> sum.program() == program))
                                .map(program -> new Series(
                                        program.name(),
                                        program == Program.OSU ? "green" : "purple",
                                        currencies.stream()
                                                .map(currency -> usd(earned, program, currency))
                                                .toList()))
                                .toList());
    }

    private static Series rows(String label, String colour, List<Feed> feeds, ToLongFunction<Feed> rows) {
        return new Series(label, colour, feeds.stream().map(rows::applyAsLong).toList());
    }

    private static BigDecimal usd(List<Earned> earned, Program program, String currency) {
        return earned.stream()
                .filter(sum -> sum.program() == program)
                .filter(sum -> sum.amount().currency().getCurrencyCode().equals(currency))
                .map(sum -> sum.usd().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
