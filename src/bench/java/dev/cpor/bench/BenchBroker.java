package dev.cpor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** An ActiveMQ Artemis on the loopback interface that lets in everybody. */
record BenchBroker(EmbeddedActiveMQ broker, String address) implements AutoCloseable {
    /** Starts one that keeps its messages in that folder. */
    static BenchBroker in(Path folder) {
        String address = "127.0.0.1:" + unusedPort();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        try {
            Configuration configuration = new ConfigurationImpl()
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .setBindingsDirectory(folder.resolve("bindings").toString())
                    .setPagingDirectory(folder.resolve("paging").toString())
                    .setLargeMessagesDirectory(folder.resolve("large").toString())
                    .setJournalType(JournalType.NIO)
                    .setJournalFileSize(1024 * 1024)
                    .setJournalMinFiles(2)
                    .setSecurityEnabled(false);
            configuration.addAcceptorConfiguration("tcp", "tcp://" + address + "?protocols=CORE");
            broker.setConfiguration(configuration);
            broker.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return new BenchBroker(broker, address);
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
