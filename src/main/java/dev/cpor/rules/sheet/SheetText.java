package dev.cpor.rules.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file that a spreadsheet program may have saved: with or without byte order mark, with a comma, a semicolon or
 * a tab between cells, and perhaps with a first line that says which ({@code sep=;}).
 *
 * @param text without byte order mark and without that first line
 * @param separator what stands between cells
 * @param skipped how many lines of the file come before the text
 */
public record SheetText(String text, char separator, int skipped) {
    private static final String SEPARATORS = ",;\t";

    /** Returns null for bytes that are neither UTF-8 nor UTF-16 with its mark. */
    public static @Nullable SheetText of(byte[] bytes) {
        String text = decoded(bytes);
        return text == null ? null : of(text);
    }

    /** Returns what a file of this text holds. */
    public static SheetText of(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (unmarked.matches("(?s)\"?sep=.\"?(\\R.*)?")) {
            String[] parts = unmarked.split("\\R", 2);
            return new SheetText(parts.length < 2 ? "" : parts[1], parts[0].charAt(parts[0].indexOf('=') + 1), 1);
        }
        return new SheetText(unmarked, separatorOf(unmarked), 0);
    }

    private static @Nullable String decoded(byte[] bytes) {
        boolean wide = startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && Byte.toUnsignedInt(bytes[0]) == first && Byte.toUnsignedInt(bytes[1]) == second;
    }

    /** The headings have none of the three in them, so that the one that the first line holds most of is it. */
    private static char separatorOf(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : SEPARATORS.toCharArray()) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
