package dev.cpor.store.connection;

/**
 * Where the tables are.
 *
 * @param url a JDBC URL of MariaDB
 * @param owner who may create tables
 * @param runtime who reads and writes rows; the same as the owner where there is just one account
 */
public record Database(String url, Account owner, Account runtime) {

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
