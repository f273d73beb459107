package dev.cpor.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that are there completely or not at all, even after a power cut: written aside, forced, renamed. */
final class Durable {
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** What begins with this was never finished. */
    private static final String UNFINISHED = "part-";

    private static final Duration PATIENCE_WITH_WRITERS = Duration.ofSeconds(10);

    private Durable() {}

    /** Makes an empty folder, for its owner only, beside the place where it is to appear. */
    static Path unfinishedFolder(DataFolder folder) throws IOException {
        return Files.createTempDirectory(folder.root(), UNFINISHED);
    }

    /** Lets a finished folder or file, whose content has been forced to disk, appear at its place. */
    static void appear(DataFolder folder, Path unfinished, Path place) throws IOException {
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        force(folder.root());
    }

    static void write(DataFolder folder, Path file, String text) throws IOException {
        Path unfinished = Files.createTempFile(folder.root(), UNFINISHED, "", OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        appear(folder, unfinished, file);
    }

    static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Removes what was left unfinished by processes that were killed; called by the holder of the start lock. The server that
     * was making a database may live a moment longer than the process that started it, and still write.
     */
    static void sweep(DataFolder folder) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder.root(), UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                Wait.until(PATIENCE_WITH_WRITERS, () -> {
                    ServerProcesses.workingIn(leftover).forEach(ProcessHandle::destroyForcibly);
                    return remove(leftover);
                });
            }
        }
    }

    /** {@return whether it has gone; not when somebody adds to it or takes from it meanwhile} */
    private static boolean remove(Path leftover) throws IOException {
        try (Stream<Path> paths = Files.walk(leftover)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException e) {
            return Files.notExists(leftover);
        }
    }
}
