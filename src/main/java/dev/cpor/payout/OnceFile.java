package dev.cpor.payout;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that is there whole or not at all, survives a power cut once it is there, and is never rewritten. */
public final class OnceFile {

    /** What a file holds; asked for more than once, it gives the same bytes. */
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    private OnceFile() {}

    /**
     * Writes the file, or finds it there with just these bytes and leaves it alone. Folders that are missing are made.
     *
     * @return the SHA-256 of the bytes
     * @throws ClearFailure when it cannot be written, or is there with other content
     */
    public static String write(Path file, Content content) {
        return write(file, null, content);
    }

    /**
     * Does the same with a file whose bytes are known already.
     *
     * @param expected the SHA-256 that the bytes must have, or nothing is written; null: any
     */
    static String write(Path file, @Nullable String expected, Content content) {
        Path absolute = file.toAbsolutePath();
        try {
            Path folder = parentOf(absolute);
            createFolder(folder);
            removeLeftovers(folder, "." + absolute.getFileName() + ".");
            String sha256 = Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)
                    ? confirm(absolute, expected, content)
                    : create(absolute, folder, expected, content);
            force(folder);
            return sha256;
        } catch (UncheckedIOException e) {
            throw notWritten(file, e.getCause());
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    /** Removes every temporary file of the folder: of the night that is over, or of one that was killed. */
    static void removeLeftovers(Path folder) {
        try {
            removeLeftovers(folder, ".");
        } catch (IOException e) {
            throw new ClearFailure(
                    "A temporary file in %s could not be removed (%s); remove the files ending with .tmp there and run the same command again."
                            .formatted(folder, IoReason.of(e)),
                    e);
        }
    }

    private static String create(Path file, Path folder, @Nullable String expected, Content content)
            throws IOException {
        // Each attempt has a name of its own, so that a night that was thought dead cannot write into our bytes.
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            String sha256;
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                sha256 = digested(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), content);
                channel.force(true);
            }
            compare(file, sha256, expected);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return sha256;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String confirm(Path file, @Nullable String expected, Content content) throws IOException {
        String there = Sha256.of(file);
        String sha256 = digested(OutputStream.nullOutputStream(), content);
        compare(file, sha256, expected);
        if (!there.equals(sha256)) {
            throw new ClearFailure(
                    "The file %s is there already with other content (SHA-256 %s) than what is to be written (SHA-256 %s), and a delivered file is never rewritten; find out which of the two is right, and move the file away only if nobody has taken it."
                            .formatted(file, there, sha256));
        }
        return sha256;
    }

    private static void compare(Path file, String sha256, @Nullable String expected) {
        if (expected != null && !sha256.equals(expected)) {
            throw new ClearFailure(
                    "The database gives %s another content (SHA-256 %s) than was delivered (SHA-256 %s), so it is not written; see what differs with: cpor payout verify DIR --against, where DIR holds the delivered files."
                            .formatted(file.getFileName(), sha256, expected));
        }
    }

    private static String digested(OutputStream out, Content content) throws IOException {
        MessageDigest digest = Sha256.digest();
        OutputStream digesting = new DigestOutputStream(out, digest);
        content.writeTo(digesting);
        digesting.flush();
        return Sha256.of(digest);
    }

    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = parentOf(folder);
        createFolder(parent);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        force(parent);
    }

    /** Without this a file that was renamed can be gone after a power cut. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void removeLeftovers(Path folder, String prefix) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, entry -> isTemporary(String.valueOf(entry.getFileName()), prefix))) {
            for (Path leftover : files) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static boolean isTemporary(String name, String prefix) {
        return name.startsWith(prefix) && name.endsWith(".tmp");
    }

    private static Path parentOf(Path absolute) throws IOException {
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IOException("there is no folder " + absolute);
        }
        return parent;
    }

    private static ClearFailure notWritten(Path file, @Nullable IOException e) {
        return new ClearFailure(
                "The file %s could not be written (%s), so nothing of it is there; mend that and run the same command again."
                        .formatted(file, e == null ? "no reason given" : IoReason.of(e)),
                e == null ? new IOException() : e);
    }
}
