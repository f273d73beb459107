package dev.cpor.rules;

/**
 * A word, number, string or sign of a rule file.
 *
 * @param text as it is written, a string with its quotes
 * @param offset where it begins in the file, from 0
 */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SIGN,
        /** Something that no rule may contain. */
        UNKNOWN
    }

    boolean is(String expected) {
        return kind != Kind.STRING && text.equals(expected);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
