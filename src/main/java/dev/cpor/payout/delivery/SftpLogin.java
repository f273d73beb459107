package dev.cpor.payout.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.SftpSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A login to the one known server.
 *
 * @param folder the folder that files are sent to, as the client takes it
 */
record SftpLogin(Session session, ChannelSftp channel, String folder) implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    /** After so long without a word the server is asked for a sign of life, and given up when none comes. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    static SftpLogin to(SftpSettings server, Function<String, @Nullable String> environment) throws JSchException {
        Session session = session(server, environment);
        try {
            session.connect((int) CONNECT.toMillis());
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect((int) CONNECT.toMillis());
            return new SftpLogin(session, channel, literally(server.folder()));
        } catch (JSchException | RuntimeException e) {
            session.disconnect();
            throw e;
        }
    }

    private static Session session(SftpSettings server, Function<String, @Nullable String> environment)
            throws JSchException {
        JSch client = new JSch();
        readable(server.knownHosts(), "the host key of the server", "knownHosts");
        client.setKnownHosts(server.knownHosts().toString());
        Session session = client.getSession(server.user(), server.host(), server.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        Path key = server.privateKeyFile();
        if (key != null) {
            client.addIdentity(unlocked(client, key).toString());
            session.setConfig("PreferredAuthentications", "publickey");
        } else {
            session.setPassword(password(Objects.requireNonNull(server.passwordEnv()), environment));
            session.setConfig("PreferredAuthentications", "password,keyboard-interactive");
        }
        session.setServerAliveInterval((int) SILENCE.toMillis());
        return session;
    }

    private static Path unlocked(JSch client, Path key) throws JSchException {
        readable(key, "the key to log in with", "privateKeyFile");
        KeyPair pair = KeyPair.load(client, key.toString());
        boolean locked = pair.isEncrypted();
        pair.dispose();
        if (locked) {
            throw new ClearFailure(
                    "The key %s is protected by a passphrase, which nobody is there to type; name one without a passphrase, readable for this user alone, as privateKeyFile in nightly.yaml."
                            .formatted(key));
        }
        return key;
    }

    private static String password(String variable, Function<String, @Nullable String> environment) {
        String password = environment.apply(variable);
        if (password == null || password.isEmpty()) {
            throw new ClearFailure(
                    "The environment variable %s, which passwordEnv in nightly.yaml names, is not set; set it to the password, and run the same command again to complete the delivery."
                            .formatted(variable));
        }
        return password;
    }

    private static void readable(Path file, String what, String key) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ClearFailure(
                    "The file %s with %s, which %s in nightly.yaml names, cannot be read; put it there, and run the same command again to complete the delivery."
                            .formatted(file, what, key));
        }
    }

    /** The client takes some characters of a path for patterns. */
    private static String literally(String path) {
        return path.replaceAll("[\\\\*?]", "\\\\$0");
    }

    /** Returns the path of a file, or with an empty name that of the folder, as the client takes it. */
    String path(String name) {
        return folder + "/" + name;
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }
}
