package dev.cpor.job.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An ActiveMQ Artemis on the loopback interface, which keeps its messages in a folder through a restart. */
public final class TestBroker implements AutoCloseable {
    public static final String USER = "cpor";
    /** One who may log in, and nothing else. */
    public static final String STRANGER = "stranger";

    public static final String PASSWORD = "a secret of the tests";

    private final Path folder;
    private final int port;
    private final String tls;
    private final AtomicInteger copies = new AtomicInteger();
    private boolean doubles;
    private EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private TestBroker(Path folder, String tls) {
        this.folder = folder;
        this.tls = tls;
        this.port = unusedPort();
    }

    /** Starts one that lets in {@link #USER} alone. */
    public static TestBroker in(Path folder) {
        TestBroker broker = new TestBroker(folder, "");
        broker.start();
        return broker;
    }

    /** Starts one that is talked to in TLS alone, with the key of that store. */
    public static TestBroker withTls(Path folder, Path keyStore, String password) {
        TestBroker broker = new TestBroker(
                folder, ";sslEnabled=true;keyStorePath=%s;keyStorePassword=%s".formatted(keyStore, password));
        broker.start();
        return broker;
    }

    /** From now on brings each message twice. */
    TestBroker doubling() {
        doubles = true;
        return this;
    }

    /** Returns how many messages came a second time. */
    int copies() {
        return copies.get();
    }

    /** Returns host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns how many messages wait in the queue. */
    public long waiting() {
        var queue = broker.getActiveMQServer().locateQueue("cpor.partitions");
        return queue == null ? 0 : queue.getMessageCount();
    }

    /** Takes the disk for full, or for empty, from now on. */
    public void takesTheDiskForFull(boolean full) {
        ((ActiveMQServerImpl) broker.getActiveMQServer())
                .getMonitor()
                .setMaxUsage(full ? 0 : 1)
                .tick();
    }

    void start() {
        broker = new EmbeddedActiveMQ();
        try {
            broker.setConfiguration(configuration());
            SecurityConfiguration login = new SecurityConfiguration();
            login.addUser(USER, PASSWORD);
            login.addRole(USER, "workers");
            login.addUser(STRANGER, PASSWORD);
            login.addRole(STRANGER, "strangers");
            broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), login));
            broker.start();
            broker.getActiveMQServer().registerBrokerPlugin(new Doubling());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setJournalType(org.apache.activemq.artemis.core.server.JournalType.NIO)
                .setJournalFileSize(1024 * 1024)
                .setJournalMinFiles(2)
                .setSecurityEnabled(true);
        configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port + "?protocols=CORE" + tls);
        configuration.putSecurityRoles(
                "#",
                Set.of(new Role("workers", true, true, true, true, true, true, false, true, true, true, false, false)));
        return configuration;
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Routes a copy of each message that was sent. */
    private final class Doubling implements ActiveMQServerMessagePlugin {
        private static final SimpleString COPY = SimpleString.of("copy");
        private ActiveMQServer server = broker.getActiveMQServer();

        @Override
        public void registered(ActiveMQServer registered) {
            server = registered;
        }

        @Override
        public void afterSend(
                ServerSession session,
                Transaction tx,
                Message message,
                boolean direct,
                boolean noAutoCreateQueue,
                RoutingStatus result) {
            if (doubles && !message.containsProperty(COPY)) {
                Message copy = message.copy(server.getStorageManager().generateID());
                copy.putBooleanProperty(COPY, true);
                try {
                    server.getPostOffice().route(copy, false);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                copies.incrementAndGet();
            }
        }
    }

    /** Runs one until it is killed. @param args the folder */
    public static void main(String[] args) throws InterruptedException {
        TestBroker broker = in(Path.of(args[0]));
        System.out.println(broker.address());
        Thread.currentThread().join();
    }
}
