package dev.cpor.payout.delivery;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.payout.Extract;
import dev.cpor.payout.OnceFile;
import dev.cpor.payout.SignatureFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that was released.
 *
 * @param path where it is
 * @param sha256 of the bytes that were released; whatever else is read from it is refused
 */
public record ReleasedFile(Path path, String sha256) implements OnceFile.Content {
    /**
     * Returns the files of an extract in the order in which they are handed on: the CSV, the signature of the manifest where
     * there is one, and the manifest last, because a reader takes a CSV when its manifest is there.
     *
     * @param folder the folder that holds them
     * @throws ClearFailure if there is a signature that cannot be read, or a file in its place that is none
     */
    public static List<ReleasedFile> of(Path folder, Extract extract, String csvSha256, String manifestSha256) {
        List<ReleasedFile> files = new ArrayList<>();
        files.add(new ReleasedFile(folder.resolve(extract.fileName()), csvSha256));
        Path signature = folder.resolve(SignatureFile.nameFor(extract.manifestName()));
        if (Files.exists(signature)) {
            files.add(signature(signature));
        }
        files.add(new ReleasedFile(folder.resolve(extract.manifestName()), manifestSha256));
        return files;
    }

    /** The database does not know signatures, so nobody has vouched for these bytes but by what they are. */
    private static ReleasedFile signature(Path path) {
        try {
            return new ReleasedFile(
                    path,
                    Sha256.of(SignatureFile.read(path)
                            .orElseThrow(() -> new ClearFailure(
                                    "The file %s is no signature, so nothing is released with it; find out who put it there, remove it, and sign the folder with: cpor payout sign DIR --key FILE."
                                            .formatted(path)))));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Makes sure that the file is what was released.
     *
     * @throws ClearFailure if it is missing or has other bytes
     */
    public void check() {
        compare(sha256(path));
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Copies the bytes.
     *
     * @throws ClearFailure after the last one, if they are not those that were released
     */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(out);
        }
        compare(Sha256.of(digest));
    }

    private void compare(String found) {
        if (!found.equals(sha256)) {
            Path payout = path.resolve("../..").normalize();
            throw new ClearFailure(
                    "The file %s (SHA-256 %s) is not what the night wrote (SHA-256 %s), so it is not released; see what is wrong with: cpor payout verify %s."
                            .formatted(path, found, sha256, payout.toString().isEmpty() ? "." : payout));
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ClearFailure unreadable(Path file, IOException e) {
        return new ClearFailure(
                "The file %s cannot be read (%s), so it is not released; put it back as the night wrote it, and run the same command again."
                        .formatted(file, IoReason.of(e)),
                e);
    }
}
