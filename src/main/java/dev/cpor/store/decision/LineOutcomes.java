package dev.cpor.store.decision;

import dev.cpor.decision.LineResult;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ReasonCode;
import dev.cpor.store.statement.Bind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of the lines of a claim that was handed off, such as
 * {@code line 1: earns 12.50 EUR; line 2: NO_DESIGNATION, NO_RATE}: written by the night, read by whoever tells it later.
 */
public final class LineOutcomes {
    private static final Pattern LINE = Pattern.compile("line (\\d+): ([A-Z_]+(?:, [A-Z_]+)*)");

    private LineOutcomes() {}

    /** Says of each line what became of it; a line of which there is nothing to say is left out. */
    static String written(List<LineResult> lines) {
        return lines.stream()
                .map(line -> {
                    Earning earning = line.earning();
                    String became = earning != null
                            ? "earns " + earning.earned().amount().toPlainString() + " "
                                    + earning.earned().currency()
                            : Bind.names(line.reasons().keySet()).replace(";", ", ");
                    return became.isEmpty() ? "" : "line " + line.lineNo() + ": " + became;
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Returns why lines do not earn, by line number; those that earn are left out. */
    public static SortedMap<Integer, Set<ReasonCode>> ineligible(@Nullable String written) {
        SortedMap<Integer, Set<ReasonCode>> lines = new TreeMap<>();
        for (String part : written == null ? new String[0] : written.split("; ")) {
            Matcher line = LINE.matcher(part);
            if (line.matches()) {
                Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
                for (String code : line.group(2).split(", ")) {
                    reasons.add(ReasonCode.valueOf(code));
                }
                lines.put(Integer.valueOf(line.group(1)), reasons);
            }
        }
        return lines;
    }
}
