package dev.cpor.rules.drl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Characters that keyboards, mail programs and word processors put into rules, and what to write instead. */
final class Characters {
    private static final Map<Character, String> INSTEAD = Map.ofEntries(
            Map.entry('≥', ">="),
            Map.entry('≤', "<="),
            Map.entry('≠', "!="),
            Map.entry('“', "a plain double quote"),
            Map.entry('”', "a plain double quote"),
            Map.entry('„', "a plain double quote"),
            Map.entry('«', "a plain double quote"),
            Map.entry('»', "a plain double quote"),
            Map.entry('‘', "a plain double quote"),
            Map.entry('’', "a plain double quote"),
            Map.entry('–', "a plain minus"),
            Map.entry('—', "a plain minus"),
            Map.entry('−', "a plain minus"),
            Map.entry('×', "*"),
            Map.entry('\u00A0', "an ordinary blank"));

    private Characters() {}

    /** Returns what is wrong with a character outside texts and comments, null where it may be right. */
    static @Nullable String instead(char character) {
        if (character == '"' || character == '\'') {
            return "this text has no closing quote in its line; add it";
        }
        String better = INSTEAD.get(character);
        return better == null
                ? null
                : "the character %s (U+%04X) means nothing here; write %s"
                        .formatted(character, (int) character, better);
    }
}
