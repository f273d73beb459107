package dev.cpor.store.connection;

import java.util.Properties;

/** What a connection needs to be told, because the driver's own defaults are slower or less safe. */
final class ConnectionOptions {
    private ConnectionOptions() {}

    static Properties defaults() {
        Properties options = new Properties();
        // One round trip for a batch of inserts: 140,000 rows/s instead of some ten thousand.
        options.setProperty("useBulkStmts", "true");
        // A server must never be able to ask for our files.
        options.setProperty("allowLocalInfile", "false");
        options.setProperty("connectTimeout", "10000");
        options.setProperty("tcpKeepAlive", "true");
        // A server that vanished without a word is noticed. Longer than any lock is waited for, and than the longest
        // report.
        options.setProperty("socketTimeout", "900000");
        return options;
    }
}
