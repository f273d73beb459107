package dev.cpor.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody who mistyped a word probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * Returns {@code "; perhaps "…" is meant"} with the valid word nearest to the one that was found, or the empty text when
     * none is near: when more than a third of its letters, and more than one, would have to change.
     */
    public static String among(Collection<String> valid, String found) {
        return valid.stream()
                .min(Comparator.comparingInt((String word) -> distance(word, found))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(word, found) <= Math.max(1, found.length() / 3))
                .map("; perhaps \"%s\" is meant"::formatted)
                .orElse("");
    }

    /** The Levenshtein distance, upper and lower case being the same. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
