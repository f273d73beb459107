package dev.cpor.server;

/**
 * Whom to be when connecting to the server.
 *
 * @param user the name
 * @param password in clear; never part of {@link #toString()}
 */
public record Account(String user, String password) {
    /** {@return the user's name, without the password} */
    @Override
    public String toString() {
        return "Account[user=" + user + "]";
    }
}
