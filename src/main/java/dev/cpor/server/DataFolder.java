package dev.cpor.server;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What lies where in the data folder. The path stays as it was given: the server is started inside the folder and told relative
 * names only, so that no folder name can matter to it.
 */
record DataFolder(Path root) {
    private static final String PRIVATE = "rwx------";

    static DataFolder open(Path path) throws IOException {
        DataFolder folder = new DataFolder(path);
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
        }
        boolean fresh = Files.notExists(folder.startLock()) && isEmpty(path);
        folder.checkOwner(fresh);
        if (fresh || Files.exists(folder.startLock())) {
            folder.restrictAccess();
        }
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        return folder;
    }

    /** Only one owner can work with the files of a server, and only root could pretend otherwise, to the harm of the other. */
    private void checkOwner(boolean fresh) throws IOException {
        Path sign = Files.exists(startLock()) ? startLock() : root;
        Object mine = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        boolean root = Objects.equals(mine, 0);
        if (!Objects.equals(mine, Files.getAttribute(sign, "unix:uid")) && !(root && fresh)) {
            throw new ClearFailure(
                    "The data folder %s belongs to user %s: run as that user, or name a folder of your own with --data."
                            .formatted(this.root, Files.getOwner(sign).getName()));
        }
    }

    private void restrictAccess() throws IOException {
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(root)).equals(PRIVATE)) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(PRIVATE));
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Says in one sentence why the folder cannot be used. */
    static ClearFailure unusable(Path path, IOException e) {
        String found;
        if (e instanceof AccessDeniedException) {
            found = "it, or something in it, may not be written";
        } else if (e instanceof FileSystemException && ((FileSystemException) e).getReason() != null) {
            found = Objects.requireNonNull(((FileSystemException) e).getReason());
        } else {
            found = e instanceof FileSystemException
                    ? e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage()
                    : String.valueOf(e.getMessage());
        }
        return new ClearFailure(
                "The data folder %s cannot be used: %s; expected a folder of your own on a disk with 1 GB to spare: mend it, or name another with --data, or a database with --db."
                        .formatted(path, found),
                e);
    }

    /** The server's own files, unpacked. */
    Path program() {
        return root.resolve("server-" + ServerProgram.VERSION);
    }

    /** The server's data directory. It exists only when it is complete. */
    Path database() {
        return root.resolve("database");
    }

    /** Names and passwords, for the folder's owner only. */
    Path accounts() {
        return root.resolve("accounts");
    }

    /** Everything that the server said. */
    Path log() {
        return root.resolve("server.log");
    }

    /** The port of the server that runs or starts; missing when it stops or has been stopped. */
    Path port() {
        return root.resolve("port");
    }

    /** Held exclusively by who starts or stops the server. */
    Path startLock() {
        return root.resolve("start.lock");
    }

    /** Held, shared, by each process that uses the server. */
    Path usersLock() {
        return root.resolve("users.lock");
    }
}
