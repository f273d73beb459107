package dev.cpor.payout.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/**
 * A real SFTP server on the loopback interface, of another make than the client, that lets one user with a key or a password
 * into one folder and notes what becomes of the files there.
 */
public final class AnSftpServer implements AutoCloseable {
    public static final String USER = "finance";
    public static final String PASSWORD = "correct horse, battery: staple";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey = newKey();
    private final KeyPair userKey = newKey();
    private final Path folder;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private volatile @Nullable Stall stall;

    /** A write that does not go on. */
    private record Stall(CountDownLatch reached, CountDownLatch over) {}

    private AnSftpServer(Path folder) {
        this.folder = folder;
    }

    /** Starts one that shows a folder, with {@code inbox} in it. */
    public static AnSftpServer in(Path folder) {
        AnSftpServer server = new AnSftpServer(folder);
        try {
            Files.createDirectories(folder.resolve("inbox"));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    private void start() throws IOException {
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Notes());
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator(
                (name, key, session) -> name.equals(USER) && KeyUtils.compareKeys(key, userKey.getPublic()));
        server.setPasswordAuthenticator((name, password, session) -> name.equals(USER) && password.equals(PASSWORD));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    /** Returns the folder that its user finds as {@code inbox}. */
    public Path inbox() {
        return folder.resolve("inbox");
    }

    /** Writes the user's private key. */
    public Path privateKey(Path file) {
        return write(file, userKey, null);
    }

    /** Writes the user's private key so that it can be read with a passphrase only. */
    public Path lockedKey(Path file, String passphrase) {
        OpenSSHKeyEncryptionContext lock = new OpenSSHKeyEncryptionContext();
        lock.setCipherType("256");
        lock.setPassword(passphrase);
        return write(file, userKey, lock);
    }

    /** Writes a private key that this server does not know. */
    public static Path strangeKey(Path file) {
        return write(file, newKey(), null);
    }

    /** Writes the host key of this server. */
    public Path knownHosts(Path file) {
        return knownHosts(file, hostKey);
    }

    /** Writes another host key for this server. */
    public Path wrongHosts(Path file) {
        return knownHosts(file, newKey());
    }

    private Path knownHosts(Path file, KeyPair key) {
        try {
            return Files.writeString(
                    file, "[127.0.0.1]:%d %s\n".formatted(port(), PublicKeyEntry.toString(key.getPublic())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what became of files, such as {@code wrote x}, {@code renamed x to y} and {@code removed x}, in its order. */
    public List<String> log() {
        return log;
    }

    /** Lets no write go on from now on. */
    public void stall() {
        stall = new Stall(new CountDownLatch(1), new CountDownLatch(1));
    }

    /** Says whether a write is under way that does not go on. */
    public boolean isStalled() {
        Stall now = stall;
        return now != null && now.reached().getCount() == 0;
    }

    /** Lets writes go on. */
    public void goOn() {
        Stall last = stall;
        stall = null;
        if (last != null) {
            last.over().countDown();
        }
    }

    @Override
    public void close() {
        goOn();
        try {
            server.close(true).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(Path file, KeyPair key, @Nullable OpenSSHKeyEncryptionContext lock) {
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "a test", lock, out);
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Notes implements SftpEventListener {
        @Override
        public void writing(
                ServerSession session,
                String handle,
                FileHandle file,
                long offset,
                byte[] data,
                int dataOffset,
                int length)
                throws IOException {
            Stall now = stall;
            if (now != null) {
                now.reached().countDown();
                try {
                    if (!now.over().await(60, TimeUnit.SECONDS)) {
                        throw new IOException("Nobody let the write go on.");
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }

        @Override
        public void closed(ServerSession session, String handle, Handle file, Throwable thrown) {
            if (file instanceof FileHandle) {
                log.add("wrote " + file.getFile().getFileName());
            }
        }

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
            log.add("renamed " + from.getFileName() + " to " + to.getFileName());
        }

        @Override
        public void removed(ServerSession session, Path path, boolean isDirectory, Throwable thrown) {
            log.add("removed " + path.getFileName());
        }
    }
}
