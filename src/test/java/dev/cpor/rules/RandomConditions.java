package dev.cpor.rules;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Conditions of lifecycle rules as an analyst, or somebody who does not know better, might write them. */
final class RandomConditions {
    private static final List<String> COUNTS =
            List.of("daysInStatus", "businessDaysInStatus", "businessDaysSinceSubmission");
    private static final List<String> SIGNS = List.of("==", "!=", "<", ">", "<=", ">=");

    private RandomConditions() {}

    /** Returns one to three conditions, of which the gate may refuse some. */
    static String next(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> spaced(random, part(random, 2)))
                .collect(Collectors.joining(", "));
    }

    /** Puts white space and comments where the engine does not mind them. */
    private static String spaced(Random random, String condition) {
        return switch (random.nextInt(4)) {
            case 0 -> condition.replace(".", ". ").replaceAll("(\\d)\\. 5", "$1.5");
            case 1 -> condition.replace("(", "( /* a comment */ ").replace(" ", "\n  ");
            default -> condition;
        };
    }

    private static String part(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            String joined = part(random, depth - 1) + any(random, " && ", " || ") + part(random, depth - 1);
            return any(random, "(", "!(") + joined + ")";
        }
        String count = COUNTS.get(random.nextInt(COUNTS.size()));
        String sign = SIGNS.get(random.nextInt(SIGNS.size()));
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> count + " " + sign + " " + number(random);
            case 4 -> number(random) + " " + sign + " " + count;
            case 5 -> count + any(random, " in (", " not in (") + number(random) + ", " + number(random) + ")";
            case 6 -> "%s >= %d && <= %d".formatted(count, random.nextInt(6), 5 + random.nextInt(6));
            case 7 -> "businessDate " + sign + " \"2026-11-%02d\"".formatted(1 + random.nextInt(28));
            case 8 -> "statusSince " + sign + " \"2026-11-%02d\"".formatted(1 + random.nextInt(28));
            case 9 -> "status " + any(random, "==", "!=") + " Status.SUBMITTED";
            case 10 -> "status " + any(random, "in", "not in") + " (Status.APPROVED, Status.UNDER_REVIEW)";
            case 11 -> "consent == Consent.PENDING";
            case 12 -> "status == Status.APPROVED || == Status.SUBMITTED";
            case 13 ->
                "%s > %s || %s (%s, %s)"
                        .formatted(count, number(random), any(random, "in", "not in"), number(random), number(random));
            case 14 -> count + any(random, " + 1 ", " * 2 ") + sign + " " + number(random);
            default -> count + " " + sign + " " + COUNTS.get(random.nextInt(COUNTS.size()));
        };
    }

    private static String number(Random random) {
        return random.nextInt(8) == 0 ? random.nextInt(12) + ".5" : String.valueOf(random.nextInt(14));
    }

    private static String any(Random random, String one, String other) {
        return random.nextBoolean() ? one : other;
    }
}
