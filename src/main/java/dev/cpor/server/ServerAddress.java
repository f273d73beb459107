package dev.cpor.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** How the server is reached. */
final class ServerAddress {
    static final String HOST = "127.0.0.1";
    static final String DATABASE = "cpor";

    /**
     * Should something else listen on the port one day, it must neither be told a password in clear (restrictedAuth) nor read
     * files of this machine (allowLocalInfile). Encryption adds nothing on the loopback interface.
     */
    private static final String CAUTION =
            "?sslMode=disable&allowLocalInfile=false&restrictedAuth=mysql_native_password";

    private ServerAddress() {}

    static String database(int port) {
        return "jdbc:mariadb://" + HOST + ":" + port + "/" + DATABASE + CAUTION;
    }

    /** Connects without a database, and gives up after seconds: whoever asks here wants to know whether the server answers. */
    static Connection connect(int port, Account account) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", account.user());
        properties.setProperty("password", account.password());
        properties.setProperty("connectTimeout", "2000");
        properties.setProperty("socketTimeout", "5000");
        Connection connection = new Driver().connect("jdbc:mariadb://" + HOST + ":" + port + "/" + CAUTION, properties);
        if (connection == null) {
            throw new SQLException("The MariaDB driver does not know its own address.");
        }
        return connection;
    }
}
