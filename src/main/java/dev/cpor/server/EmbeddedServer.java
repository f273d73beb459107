package dev.cpor.server;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One user's part in the MariaDB server of a data folder. All who join the same folder, in this process or in others, share
 * one server, which listens on 127.0.0.1 only. It starts with the first and stops with the last. A user that is killed counts
 * as gone; the server itself then lives on, and the next user finds it. Data is never deleted.
 */
public final class EmbeddedServer implements AutoCloseable {
    private final Membership membership;
    private final int port;
    private final AtomicBoolean left = new AtomicBoolean();

    private EmbeddedServer(Membership membership, int port) {
        this.membership = membership;
        this.port = port;
    }

    /**
     * Joins the server that keeps its data in this folder, starting it when none runs. What an earlier start that was killed
     * has left behind is repaired. When this process is told to end it leaves as {@link #close()} would.
     *
     * @param dataFolder created when missing, with access for its owner only
     * @return a part to be closed when it is no longer used
     * @throws dev.cpor.domain.ClearFailure when the folder cannot be used or the server does not start
     */
    public static EmbeddedServer join(Path dataFolder) {
        Platform.check();
        Membership membership = Membership.of(dataFolder);
        return new EmbeddedServer(membership, membership.join());
    }

    /** {@return the address of the database {@code cpor}, without any secret} */
    public String jdbcUrl() {
        return ServerAddress.database(port);
    }

    /** {@return who may do everything in the database {@code cpor}, create tables and grant included, and nothing elsewhere} */
    public Account owner() {
        return membership.accounts().owner();
    }

    /** {@return who may nothing at first; the owner grants it table by table} */
    public Account runtime() {
        return membership.accounts().runtime();
    }

    /** Leaves. The last one to leave stops the server and returns when it has gone. A second call does nothing. */
    @Override
    public void close() {
        if (left.compareAndSet(false, true)) {
            membership.leave();
        }
    }
}
