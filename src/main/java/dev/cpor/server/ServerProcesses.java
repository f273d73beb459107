package dev.cpor.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The server processes that work in a data folder, whoever started them. They are known by what they hold, not by a number in
 * a file, which another process may have by now: by InnoDB's lock on its first file, and by their working directory.
 */
final class ServerProcesses {
    private final DataFolder folder;

    ServerProcesses(DataFolder folder) {
        this.folder = folder;
    }

    boolean any() throws IOException {
        return holdsTheData() || !workingIn(folder.database()).isEmpty();
    }

    private boolean holdsTheData() throws IOException {
        Path data = folder.database().resolve("ibdata1");
        if (!Files.exists(data)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ);
                FileLock lock = StartLock.tryLock(channel, true)) {
            return lock == null;
        }
    }

    /** A process that has ended but that nobody has waited for has neither program nor folder, and is not among them. */
    static List<ProcessHandle> workingIn(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> works(process, directory))
                .toList();
    }

    private static boolean works(ProcessHandle process, Path directory) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            String program = Files.readSymbolicLink(proc.resolve("exe")).toString();
            return (program.endsWith("/mariadbd") || program.endsWith("/mariadbd (deleted)"))
                    && Files.isSameFile(proc.resolve("cwd"), directory);
        } catch (IOException e) {
            // It has ended meanwhile, or it belongs to somebody else.
            return false;
        }
    }

    /** Asks each to stop cleanly. */
    void terminate() {
        workingIn(folder.database()).forEach(ProcessHandle::destroy);
    }
}
