package dev.cpor.rules.grid;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells a record in words. */
final class Sentence {
    static final Set<String> STATE = Set.of("status", "consent", "incentive");

    private Sentence() {}

    /** Returns for instance {@code a claim UNDER_REVIEW for 6 business days, with program OSU}. */
    static String claim(State state, ClaimDays days, Record made, Set<String> asked) {
        StringBuilder told = new StringBuilder("a claim ").append(state.inWords());
        boolean business = asked.contains(ClaimDays.BUSINESS_IN_STATUS);
        if (asked.contains(ClaimDays.IN_STATUS)) {
            told.append(" for ").append(count(days.inStatus(), "day"));
            told.append(business ? ", of which %d business days".formatted(days.businessInStatus()) : "");
        } else if (business) {
            told.append(" for ").append(count(days.businessInStatus(), "business day"));
        }
        if (asked.contains(ClaimDays.SINCE)) {
            told.append(" since ").append(days.since());
        }
        told.append(submission(days, asked));
        if (asked.contains(ClaimDays.DATE)) {
            told.append(", on ").append(days.date());
        }
        return told + properties(", with ", made, asked);
    }

    private static String submission(ClaimDays days, Set<String> asked) {
        boolean counted = asked.contains(ClaimDays.SINCE_SUBMISSION);
        boolean dated = asked.contains(ClaimDays.SUBMITTED);
        if (days.firstSubmitted() == null) {
            return counted || dated ? ", never submitted" : "";
        }
        String count = ", " + count(days.businessSinceSubmission(), "business day") + " after its first submission";
        return (counted ? count : "") + (dated ? ", first submitted on " + days.firstSubmitted() : "");
    }

    /** Returns the values of those properties that were asked for and are neither state nor days. */
    static String properties(String before, Record made, Set<String> asked) {
        List<String> told = new ArrayList<>();
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            String name = component.getName();
            if (asked.contains(name) && !STATE.contains(name) && !ClaimDays.ALL.contains(name)) {
                told.add(property(name, valueOf(component, made)));
            }
        }
        return told.isEmpty() ? "" : before + String.join(", ", told);
    }

    /** Returns for instance {@code program OSU} or {@code another mpnId}. */
    static String property(String name, Object value) {
        if (value.equals("")) {
            return "no " + name;
        }
        return value.equals(Values.OTHER) ? "another " + name : name + " " + value;
    }

    private static Object valueOf(RecordComponent component, Record made) {
        try {
            Object value = component.getAccessor().invoke(made);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The words of rules are public records.", e);
        }
    }

    private static String count(int count, String unit) {
        return "%d %s%s".formatted(count, unit, count == 1 ? "" : "s");
    }
}
