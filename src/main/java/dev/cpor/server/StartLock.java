package dev.cpor.server;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The right to start or stop the server of a folder. It falls with the process that holds it. */
final class StartLock implements AutoCloseable {
    /** Longer than a start or a stop may take. */
    private static final Duration PATIENCE = Wait.START.plus(Wait.STOP);

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    static StartLock take(DataFolder folder) throws IOException {
        FileChannel channel = open(folder.startLock());
        try {
            if (Wait.until(PATIENCE, () -> tryLock(channel, false) != null)) {
                return new StartLock(channel);
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new ClearFailure(
                "Another process has been starting or stopping the server in %s for %d seconds: end it, then try again."
                        .formatted(folder.root(), PATIENCE.toSeconds()));
    }

    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Durable.OWNER_ONLY);
    }

    /** {@return the lock, or null when another process, or another class loader of this one, holds it} */
    static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
