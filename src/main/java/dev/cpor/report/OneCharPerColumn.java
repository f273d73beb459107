package dev.cpor.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a library that counts {@code char}s lay out text of any width: what does not take exactly one column of a terminal is
 * replaced by private characters that do, and put back afterwards. The text must be {@link Visible}, so that it holds no
 * private characters itself.
 */
final class OneCharPerColumn {
    private static final char FIRST = '\uE000';
    private static final char FILLER = '\uF8FF';

    private final Map<String, Character> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int from = 0, to; from < text.length(); from = to) {
            to = endOfCluster(text, from);
            int width = Visible.width(text.substring(from, to));
            if (to - from == 1 && width == 1) {
                encoded.append(text.charAt(from));
            } else {
                encoded.append(code(text.substring(from, to)));
                encoded.append(String.valueOf(FILLER).repeat(Math.max(0, width - 1)));
            }
        }
        return encoded.toString();
    }

    String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c >= FIRST && c < FIRST + texts.size()) {
                text.append(texts.get(c - FIRST));
            } else if (c != FILLER) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Returns the text itself where all private characters are taken: such a row is out of line, and complete. */
    private String code(String cluster) {
        Character known = codes.get(cluster);
        if (known == null && texts.size() < FILLER - FIRST) {
            known = (char) (FIRST + texts.size());
            texts.add(cluster);
            codes.put(cluster, known);
        }
        return known == null ? cluster : known.toString();
    }

    /** A character and the marks of no width that follow it. */
    private static int endOfCluster(String text, int from) {
        int to = from + Character.charCount(text.codePointAt(from));
        while (to < text.length() && Visible.width(text.codePointAt(to)) == 0) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }
}
