package dev.cpor.server;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The three who may connect, with passwords of 32 random hexadecimal digits. They are written before the first database is
 * made, so that a start that is killed and repeated meets the same ones.
 */
record Accounts(Account keeper, Account owner, Account runtime) {
    static Accounts of(DataFolder folder) throws IOException {
        if (!Files.exists(folder.accounts())) {
            if (Files.exists(folder.database())) {
                throw new ClearFailure(
                        "The file %s with the passwords of the database beside it is missing: put it back from a backup."
                                .formatted(folder.accounts()));
            }
            Durable.write(
                    folder,
                    folder.accounts(),
                    "keeper=%s\nowner=%s\nruntime=%s\n".formatted(newPassword(), newPassword(), newPassword()));
        }
        Properties passwords = new Properties();
        passwords.load(new StringReader(Files.readString(folder.accounts())));
        return new Accounts(
                account(folder, passwords, "keeper"),
                account(folder, passwords, "owner"),
                account(folder, passwords, "runtime"));
    }

    private static Account account(DataFolder folder, Properties passwords, String name) {
        String password = passwords.getProperty(name, "");
        if (!password.matches("[0-9a-f]{32}")) {
            throw new ClearFailure(
                    "The file %s holds no password for %s, 32 hexadecimal digits were expected: put it back from a backup."
                            .formatted(folder.accounts(), name));
        }
        return new Account("cpor_" + name, password);
    }

    private static String newPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The statements that make the accounts and the database. Nobody else can connect: there is no root account, no anonymous
     * one and no socket. The keeper may see whether anyone is connected, and stop the server.
     */
    String statements() {
        return """
                FLUSH PRIVILEGES;
                CREATE DATABASE cpor CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
                CREATE USER %1$s;
                CREATE USER %2$s;
                CREATE USER %3$s;
                GRANT SHUTDOWN, PROCESS ON *.* TO '%4$s'@'127.0.0.1';
                GRANT ALL PRIVILEGES ON cpor.* TO '%5$s'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(identified(keeper), identified(owner), identified(runtime), keeper.user(), owner.user());
    }

    private static String identified(Account account) {
        return "'%s'@'127.0.0.1' IDENTIFIED BY '%s'".formatted(account.user(), account.password());
    }
}
