package dev.cpor.server;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among the users of one data folder's server. File locks belong to the process, so the joins within it are
 * counted here, and the lock file is opened once only: closing any other channel on it would drop the lock.
 */
final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    /** Other shutdown hooks run at the same time and may still be committing. */
    private static final Duration PATIENCE_AT_EXIT = Duration.ofSeconds(10);

    private static final Map<Path, Membership> BY_FOLDER = new HashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Membership::leaveAll, "leaves the database server"));
    }

    private final DataFolder folder;
    private int joins;
    private @Nullable FileLock users;
    private @Nullable Accounts accounts;

    private Membership(DataFolder folder) {
        this.folder = folder;
    }

    static Membership of(Path dataFolder) {
        synchronized (BY_FOLDER) {
            try {
                DataFolder folder = DataFolder.open(dataFolder);
                return BY_FOLDER.computeIfAbsent(dataFolder.toRealPath(), path -> new Membership(folder));
            } catch (IOException e) {
                throw DataFolder.unusable(dataFolder, e);
            }
        }
    }

    Accounts accounts() {
        synchronized (BY_FOLDER) {
            if (accounts == null) {
                throw new IllegalStateException("The server has not been joined.");
            }
            return accounts;
        }
    }

    /** {@return the server's port} */
    int join() {
        synchronized (BY_FOLDER) {
            try (StartLock lock = StartLock.take(folder)) {
                Durable.sweep(folder);
                Accounts known = Accounts.of(folder);
                accounts = known;
                ServerProgram.unpack(folder);
                InitialDatabase.create(folder, known);
                if (users == null) {
                    users = beAUser();
                }
                int port = new Server(folder, known).ensureRunning();
                joins++;
                return port;
            } catch (IOException e) {
                throw DataFolder.unusable(folder.root(), e);
            } finally {
                if (joins == 0) {
                    beNoUser();
                }
            }
        }
    }

    /** A join that failed leaves no trace. */
    private void beNoUser() {
        try {
            if (users != null) {
                users.channel().close();
            }
        } catch (IOException e) {
            LOG.warn("{} stays locked until this process ends: {}", folder.usersLock(), e.getMessage());
        }
        users = null;
    }

    private FileLock beAUser() throws IOException {
        FileChannel channel = StartLock.open(folder.usersLock());
        FileLock lock = StartLock.tryLock(channel, true);
        if (lock == null) {
            channel.close();
            throw new ClearFailure(
                    "The file %s is locked by a program that is not one of the server's users: end it, then try again."
                            .formatted(folder.usersLock()));
        }
        return lock;
    }

    void leave() {
        synchronized (BY_FOLDER) {
            if (joins > 0 && --joins == 0) {
                leave(Duration.ZERO);
            }
        }
    }

    private static void leaveAll() {
        synchronized (BY_FOLDER) {
            for (Membership membership : BY_FOLDER.values()) {
                if (membership.joins > 0) {
                    membership.joins = 0;
                    membership.leave(PATIENCE_AT_EXIT);
                }
            }
        }
    }

    /** The start lock first: from then on nobody comes, and to get the users' lock alone means to be the last. */
    private void leave(Duration patienceWithClients) {
        FileLock share = users;
        users = null;
        if (share == null) {
            return;
        }
        try (FileChannel channel = share.channel();
                StartLock lock = StartLock.take(folder)) {
            share.release();
            if (StartLock.tryLock(channel, false) != null) {
                new Server(folder, accounts()).stop(patienceWithClients);
            }
        } catch (IOException | ClearFailure e) {
            LOG.warn(
                    "The server in {} may still run: {} The next one to leave stops it.",
                    folder.root(),
                    e.getMessage());
        }
    }
}
