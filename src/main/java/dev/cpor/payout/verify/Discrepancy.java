package dev.cpor.payout.verify;

/**
 * Something in a payout folder that is not as the contract says.
 *
 * @param file the file or folder, relative to the payout folder
 * @param line where the record begins, the header being 1; 0 where it is about the whole file
 * @param what what is wrong, as the rest of a sentence that begins with the file
 */
public record Discrepancy(String file, long line, String what) {

    /** Returns one sentence on one line that names the file, and the line where there is one. */
    public String sentence() {
        String sentence = file + (line > 0 ? ", line " + line : "") + ": " + what + ".";
        // A forger's line break or escape sequence must not reach the terminal.
        return sentence.replaceAll("[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]", "?");
    }

    @Override
    public String toString() {
        return sentence();
    }
}
