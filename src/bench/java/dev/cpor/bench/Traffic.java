package dev.cpor.bench;

/**
 * What the server has done, counted from its start or between two moments.
 *
 * @param read rows that its handlers read, by index or by scan
 * @param written rows that they inserted or changed
 * @param received bytes from clients
 * @param sent bytes to clients
 * @param redo bytes of redo log
 */
record Traffic(long read, long written, long received, long sent, long redo) {
    static Traffic now(Statements database) {
        return new Traffic(
                sum(database, "'Handler_read_%'"),
                sum(database, "'Handler_write'") + sum(database, "'Handler_update'"),
                sum(database, "'Bytes_received'"),
                sum(database, "'Bytes_sent'"),
                sum(database, "'Innodb_lsn_current'"));
    }

    private static long sum(Statements database, String names) {
        return database.rows("show global status where variable_name like " + names, row -> row.getLong(2)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns what has come since. */
    Traffic since(Traffic before) {
        return new Traffic(
                read - before.read,
                written - before.written,
                received - before.received,
                sent - before.sent,
                redo - before.redo);
    }
}
