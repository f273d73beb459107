package dev.cpor.payout;

/** A manifest or control file that is not in its format. */
public final class MalformedFile extends Exception {
    /** @param what what is wrong with it, as the rest of a sentence that begins with the file's name */
    public MalformedFile(String what) {
        super(what);
    }

    /** Returns what is wrong with it, as the rest of a sentence that begins with the file's name. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
