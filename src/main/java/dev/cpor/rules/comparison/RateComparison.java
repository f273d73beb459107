package dev.cpor.rules.comparison;

import dev.cpor.domain.Rate;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import dev.cpor.rules.ratecard.RateCardFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two rate cards: what is the same pairs first, then what is for the same and begins on the same day, then the rest. */
final class RateComparison {
    private static final List<BiPredicate<Rate, Rate>> SAME = List.of(
            Rate::equals,
            (one, other) -> isForTheSame(one, other)
                    && one.validFrom().equals(other.validFrom())
                    && one.usersFrom() == other.usersFrom(),
            (one, other) -> isForTheSame(one, other) && one.validFrom().equals(other.validFrom()),
            RateComparison::isForTheSame);

    private final List<RuleChange> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    RateComparison(RuleText before, RuleText after) {
        List<Rate> olds = rates(before, "first");
        List<Rate> news = rates(after, "second");
        for (BiPredicate<Rate, Rate> same : SAME) {
            pair(olds, news, same);
        }
        olds.forEach(old -> add(RuleChange.Kind.REMOVED, old, "", told(old), ""));
        news.forEach(now -> add(RuleChange.Kind.ADDED, now, "", "", told(now)));
    }

    List<RuleChange> changes() {
        return changes;
    }

    List<String> notes() {
        return notes;
    }

    private List<Rate> rates(RuleText text, String which) {
        List<Problem> problems = new ArrayList<>();
        byte[] content = text.content(RuleFolder.RATE_CARD);
        String card = content == null ? null : RuleText.utf8(content);
        List<Rate> rates = card == null
                ? List.of()
                : RateCardFile.read(RuleFolder.RATE_CARD, card, problems).rates();
        long wrong = problems.stream().filter(Problem::isError).count();
        if (wrong > 0 || (content != null && card == null)) {
            notes.add(
                    "The rate card of the %s cannot be read in every row, and those rows are left out; \"rules check\" says what is wrong with them."
                            .formatted(which));
        }
        return new ArrayList<>(rates);
    }

    private void pair(List<Rate> olds, List<Rate> news, BiPredicate<Rate, Rate> same) {
        olds.removeIf(old -> {
            Rate match =
                    news.stream().filter(now -> same.test(old, now)).findFirst().orElse(null);
            if (match == null) {
                return false;
            }
            news.remove(match);
            compare(old, match);
            return true;
        });
    }

    private static boolean isForTheSame(Rate one, Rate other) {
        return subject(one).equals(subject(other));
    }

    private void compare(Rate old, Rate now) {
        Map<String, String> before = values(old);
        values(now).forEach((column, value) -> {
            String was = Objects.requireNonNull(before.get(column));
            if (!was.equals(value)) {
                changes.add(new RuleChange(
                        RuleChange.Thing.RATE,
                        RuleChange.Kind.CHANGED,
                        subject(old) + " from " + old.validFrom(),
                        column,
                        was,
                        value));
            }
        });
    }

    private void add(RuleChange.Kind kind, Rate rate, String aspect, String from, String to) {
        changes.add(new RuleChange(RuleChange.Thing.RATE, kind, subject(rate), aspect, from, to));
    }

    private static String subject(Rate rate) {
        return "%s %s %s, %s"
                .formatted(
                        rate.program(),
                        rate.activity(),
                        rate.solutionArea(),
                        rate.product() == null ? "any product" : rate.product());
    }

    private static String told(Rate rate) {
        return values(rate).entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    /** By column of the rate card. */
    private static Map<String, String> values(Rate rate) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("rate", rate.rate().toPlainString());
        values.put("basis", rate.basis().name());
        values.put("currency", text(rate.currency()));
        values.put("earning_type", rate.earningType().name());
        values.put("lever", rate.lever());
        values.put("valid_from", rate.validFrom().toString());
        values.put("valid_to", text(rate.validTo()));
        values.put("users_from", rate.usersFrom() == 0 ? "" : String.valueOf(rate.usersFrom()));
        values.put("users_to", text(rate.usersTo()));
        return values;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
