package dev.cpor.rules.drl;

/**
 * A word, number, string or sign of a rule file.
 *
 * @param text as it is written, a string with its quotes
 * @param offset where it begins in the file, from 0
 */
public record Token(Kind kind, String text, int offset) {
    /** What a piece of a rule file is. */
    public enum Kind {
        WORD,
        NUMBER,
        STRING,
        SIGN,
        /** Something that no rule may contain. */
        UNKNOWN
    }

    /** Says whether this is that word or sign; a string is neither. */
    public boolean is(String expected) {
        return kind != Kind.STRING && text.equals(expected);
    }

    /** Says whether this is a word. */
    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
