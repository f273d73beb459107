package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A server that released files are sent to by SFTP. There is no secret among its keys.
 *
 * @param privateKeyFile the key to log in with, in any form that OpenSSH writes, without a passphrase; null with a password
 * @param passwordEnv the environment variable that holds the password; null with a key
 * @param knownHosts the file with the server's host key, as OpenSSH keeps it; a server that is not in it is refused
 * @param folder the folder on the server, which is there; relative to where a login begins
 */
public record SftpSettings(
        String host,
        int port,
        String user,
        @Nullable Path privateKeyFile,
        @Nullable String passwordEnv,
        Path knownHosts,
        String folder) {
    private static final int DEFAULT_PORT = 22;
    private static final int LAST_PORT = 65_535;

    /** Refuses a server that cannot be reached, or that nobody could log in to. */
    public SftpSettings {
        notBlank("host", host, "the name or the address of the server");
        notBlank("user", user, "the name to log in with");
        notBlank("folder", folder, "a folder on the server, or . for the one in which a login begins");
        notBlank("knownHosts", knownHosts.toString(), "the file with the server's host key");
        if (port < 1 || port > LAST_PORT) {
            throw new InvalidSetting("port", "port is %d, but must be from 1 to %d".formatted(port, LAST_PORT));
        }
        if ((privateKeyFile == null) == (passwordEnv == null)) {
            throw new InvalidSetting(
                    "",
                    "sftp must have either privateKeyFile, or passwordEnv with the name of an environment variable that holds the password");
        }
        if (privateKeyFile != null) {
            notBlank("privateKeyFile", privateKeyFile.toString(), "the file with the key to log in with");
        }
        if (passwordEnv != null && !passwordEnv.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            // Somebody may have written the password itself, so it is not repeated.
            throw new InvalidSetting(
                    "passwordEnv",
                    "passwordEnv must be the name of an environment variable that holds the password, such as CPOR_SFTP_PASSWORD");
        }
    }

    @JsonCreator
    static SftpSettings of(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable Path privateKeyFile,
            @Nullable String passwordEnv,
            @Nullable Path knownHosts,
            @Nullable String folder) {
        return new SftpSettings(
                required("host", host, "the name or the address of the server"),
                port != null ? port : DEFAULT_PORT,
                required("user", user, "the name to log in with"),
                privateKeyFile,
                passwordEnv,
                required("knownHosts", knownHosts, "the file with the server's host key"),
                folder != null ? folder : ".");
    }

    /** Returns the address for messages, such as {@code sftp://finance@files.example.org:22/inbox}. */
    public String address() {
        return "sftp://%s@%s:%d/%s".formatted(user, host, port, folder.equals(".") ? "" : folder);
    }

    private static <T> T required(String key, @Nullable T value, String expected) {
        if (value == null) {
            throw new InvalidSetting("", "%s is missing, but must be %s".formatted(key, expected));
        }
        return value;
    }

    private static void notBlank(String key, String value, String expected) {
        if (value.isBlank()) {
            throw new InvalidSetting(key, "%s is empty, but must be %s".formatted(key, expected));
        }
    }
}
