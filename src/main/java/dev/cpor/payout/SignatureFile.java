package dev.cpor.payout;

import dev.cpor.payout.sign.SigningKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The detached signature of a manifest or control file, beside it. It is there before the file that it signs, so that whoever
 * finds that file finds the signature too.
 */
public final class SignatureFile {
    private static final String SUFFIX = ".sig";

    private SignatureFile() {}

    /** Returns the name of the file that holds the signature of a file of that name. */
    public static String nameFor(String name) {
        return name + SUFFIX;
    }

    /** Says whether a file of that name is the signature of another. */
    public static boolean isOne(String name) {
        return name.endsWith(SUFFIX);
    }

    /** Returns the name of the file that a signature's file of that name is for. */
    public static String signedBy(String name) {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** Writes the signature, where there is a key, and then the file; returns the SHA-256 of the file. */
    static String writeWith(@Nullable SigningKey key, Path file, @Nullable String expected, byte[] content) {
        if (key != null) {
            byte[] signature = key.sign(content);
            OnceFile.write(
                    file.resolveSibling(nameFor(String.valueOf(file.getFileName()))), out -> out.write(signature));
        }
        return OnceFile.write(file, expected, out -> out.write(content));
    }
}
