package dev.cpor.rules.comparison;

/**
 * One thing in which a rule set differs from another.
 *
 * @param thing whether a rule or a rate
 * @param kind what became of it
 * @param subject the rule's name, or what the rate is for
 * @param aspect what changed about it, such as {@code condition} or {@code valid_to}; empty when all of it came or went
 * @param from how it was, empty for what is new
 * @param to how it is, empty for what is gone
 */
public record RuleChange(Thing thing, Kind kind, String subject, String aspect, String from, String to) {

    /** What differs. */
    public enum Thing {
        RULE,
        RATE
    }

    /** How it differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        MOVED,
        CHANGED
    }

    /** Returns it in words, without a full stop. */
    public String sentence() {
        String what = thing == Thing.RULE ? "rule \"" + subject + "\"" : "rate " + subject;
        return switch (kind) {
            case ADDED -> "%s added: %s".formatted(what, to);
            case REMOVED -> "%s removed: %s".formatted(what, from);
            case RENAMED -> "%s renamed to \"%s\"".formatted(what, to);
            case MOVED -> "%s moved from %s to %s".formatted(what, from, to);
            case CHANGED -> "%s: %s %s \u2192 %s".formatted(what, aspect, shown(from), shown(to));
        };
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(empty)" : value;
    }
}
