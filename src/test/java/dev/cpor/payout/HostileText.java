package dev.cpor.payout;

import java.util.List;
import java.util.Random;

/** Names that a spreadsheet, a CSV reader or an encoding may trip over. */
public final class HostileText {
    /** As long as a text of a feed may be, in characters. */
    private static final int LONGEST = 200;

    private static final List<String> BEGINNINGS = List.of(
            "", "", "", "=", "+", "-", "@", "\t", "\r", "'", "\"", ",", ";", "\n", "\r\n", " ", "\u00A0", "#", "//",
            "0", "\uFEFF", "\u202E");
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "|",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\\",
            "\\n",
            "\\\"",
            "'",
            "=1+1",
            "cmd|' /C calc'!A0",
            "NULL",
            "\\N",
            "null",
            "NaN",
            "true",
            "1e5",
            "0x10",
            "2026-11-20",
            "%s",
            "{}",
            "<b>&amp;",
            "]]>",
            "_x000D_",
            "\u0001",
            "\u0008",
            "\u000B",
            "\u001F",
            "\u007F",
            "\u0085",
            "\u2028",
            "\u200F",
            "\u202E",
            "\u2066",
            "\uFEFF",
            "\uFFFD",
            "\uFFFF",
            "é",
            "e\u0301",
            "ß",
            "İ",
            "漢字",
            "עברית",
            "😀",
            "👩‍👩‍👧‍👦",
            "𠀀",
            "\uDBFF\uDFFF",
            " ",
            "  ",
            "Contoso",
            "x",
            "1");

    private HostileText() {}

    /** Returns a text of 1 to 200 characters, mostly short. */
    public static String random(Random random) {
        StringBuilder text = new StringBuilder(of(BEGINNINGS, random));
        int pieces = 1 + random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            text.append(of(PIECES, random));
        }
        return random.nextInt(100) == 0 ? longest(of(PIECES, random), text) : text.toString();
    }

    /** Returns many different ones, each of the beginnings with each of the pieces at least once. */
    public static List<String> all() {
        return BEGINNINGS.stream()
                .distinct()
                .flatMap(beginning -> PIECES.stream().map(piece -> beginning + piece + beginning))
                .toList();
    }

    private static String longest(String piece, StringBuilder text) {
        String more = text.append(piece.repeat(LONGEST)).toString();
        return more.substring(0, more.offsetByCodePoints(0, LONGEST));
    }

    private static String of(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
