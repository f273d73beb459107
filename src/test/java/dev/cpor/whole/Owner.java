package dev.cpor.whole;

import dev.cpor.cli.Sandbox;
import dev.cpor.store.connection.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Whoever made the tables: may do more than the program does while it runs. */
record Owner(Sandbox sandbox) {
    static Owner of(Sandbox sandbox) {
        return new Owner(sandbox);
    }

    /** Executes statements one after the other. */
    void execute(String... statements) {
        sandbox.inside(beans -> {
            try (Connection connection = connect(beans);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return statements.length;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Returns a connection of the owner, which the caller closes. */
    static Connection connect(Sandbox.Beans beans) throws SQLException {
        Database database = beans.get(Database.class);
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }
}
