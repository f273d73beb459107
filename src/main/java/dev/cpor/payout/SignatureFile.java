package dev.cpor.payout;

import dev.cpor.payout.sign.SigningKey;
import dev.cpor.payout.sign.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The detached signature of a manifest or control file, beside it. It is there before the file that it signs, so that whoever
 * finds that file finds the signature too.
 */
public final class SignatureFile {
    private static final String SUFFIX = ".sig";
    /** A signature has 89 bytes; whatever is much larger is none, and not read into memory. */
    private static final long LIMIT = 1000;

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

    /** Returns the bytes of a signature's file; nothing where they are no signature by their form. */
    public static Optional<byte[]> read(Path file) throws IOException {
        return Files.size(file) > LIMIT
                ? Optional.empty()
                : Optional.of(Files.readAllBytes(file)).filter(VerifyingKey::isWellFormed);
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
