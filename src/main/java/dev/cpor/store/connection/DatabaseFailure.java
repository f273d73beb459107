package dev.cpor.store.connection;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the database itself said about a failure. */
public final class DatabaseFailure {
    private DatabaseFailure() {}

    /**
     * Returns the first line of what the database said, without the number of the connection and without a full stop; empty
     * where the failure did not come from the database.
     */
    public static Optional<String> message(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException said) {
                return Optional.of(
                        firstLine(said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** Returns the first line, without the number of the connection and without a full stop. */
    static String firstLine(@Nullable String text) {
        return (text == null ? "" : text.strip())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\(conn=\\d+\\) ", "")
                .replaceAll("\\.$", "");
    }
}
