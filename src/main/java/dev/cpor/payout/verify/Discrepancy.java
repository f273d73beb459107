package dev.cpor.payout.verify;

/**
 * Something in a payout folder that is not as the contract says.
 *
 * @param file the file or folder, relative to the payout folder
 * @param line where the record begins, the header being 1; 0 where it is about the whole file
 * @param what what is wrong, as the rest of a sentence that begins with the file
 */
public record Discrepancy(String file, long line, String what) {

    /** Returns one sentence that names the file, and the line where there is one. */
    public String sentence() {
        return file + (line > 0 ? ", line " + line : "") + ": " + what + ".";
    }

    @Override
    public String toString() {
        return sentence();
    }
}
