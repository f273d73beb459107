package dev.cpor.store.connection;

/**
 * Where the tables are.
 *
 * @param url a JDBC URL of MariaDB
 * @param owner who may create tables
 * @param runtime who reads and writes rows; the same as the owner where there is just one account
 * @param migrates whether the tables are brought up to date; otherwise they must be so already
 */
public record Database(String url, Account owner, Account runtime, boolean migrates) {
    /** One whose tables are brought up to date. */
    public Database(String url, Account owner, Account runtime) {
        this(url, owner, runtime, true);
    }

    /** A user and its password, which is never shown. */
    public record Account(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** Says whether the runtime account is another one than the owner, so that it has to be granted what it may. */
    boolean hasRuntimeAccount() {
        return !owner.user().equals(runtime.user());
    }
}
