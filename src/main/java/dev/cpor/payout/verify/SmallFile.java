package dev.cpor.payout.verify;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.IoReason;
import dev.cpor.payout.MalformedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a manifest or control file, read once.
 *
 * @param content null where the bytes are not in the format
 */
record SmallFile<T>(String sha256, @Nullable T content) {
    /** No manifest and no control file comes near it; a larger file is not read into memory. */
    private static final long LIMIT = 1 << 20;

    interface Format<T> {
        T read(byte[] bytes) throws MalformedFile;
    }

    /** How a night writes what such a file says: there is one way only. */
    interface Writing<T> {
        byte[] bytes(T content);
    }

    /** Returns null, and says why, where the file cannot be read at all. */
    static <T> @Nullable SmallFile<T> read(
            PayoutFolder folder,
            String name,
            Format<T> format,
            Writing<T> writing,
            SignatureCheck signatures,
            Discrepancies found) {
        Path path = folder.path(name);
        try {
            if (Files.size(path) > LIMIT) {
                found.add(name, "it has " + Files.size(path) + " bytes, expected was less than " + LIMIT);
                return null;
            }
            byte[] bytes = Files.readAllBytes(path);
            signatures.check(name, bytes);
            return new SmallFile<>(Sha256.of(bytes), content(bytes, name, format, writing, found));
        } catch (IOException e) {
            found.add(name, "it cannot be read (" + IoReason.of(e) + ")");
            return null;
        }
    }

    private static <T> @Nullable T content(
            byte[] bytes, String name, Format<T> format, Writing<T> writing, Discrepancies found) {
        try {
            T content = format.read(bytes);
            if (!Arrays.equals(writing.bytes(content), bytes)) {
                found.add(
                        name,
                        "it says what a night may say, but its blanks, lines or order are not as a night writes them");
            }
            return content;
        } catch (MalformedFile e) {
            found.add(name, e.what());
            return null;
        }
    }
}
