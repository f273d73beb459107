package dev.cpor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What a database takes to have the rows of feed files and nothing more: no check, no history, no index but the key.
 *
 * @param took all {@code LOAD DATA LOCAL INFILE} statements, one a file
 * @param rows how many rows they loaded
 */
record BareLoad(Took took, long rows) {
    private static final Map<String, String> KEYS = Map.of(
            "partners", "mpn_id",
            "customers", "tenant_id",
            "exchange-rates", "currency, rate_date",
            "claims", "claim_id",
            "claim-lines", "claim_id, line_no",
            "events", "event_id",
            "disputes", "dispute_id");

    private static final Map<String, String> TYPES = Map.of(
            "line_no", "int",
            "seats", "bigint",
            "monthly_active_users", "bigint",
            "annual_revenue", "decimal(19, 4)",
            "usd_rate", "decimal(21, 6)",
            "rate_date", "date",
            "comment", "text",
            "details", "text");

    /** Makes the tables and loads the files into them. */
    static BareLoad of(BenchServer server, List<Path> files) throws IOException {
        Map<Path, String> loads = new LinkedHashMap<>();
        AtomicLong rows = new AtomicLong();
        Set<String> made = new LinkedHashSet<>();
        try (Statements database = server.open()) {
            database.change("create database bare");
            for (Path file : files) {
                String feed = file.getFileName().toString().replaceAll("-\\d.*", "");
                List<String> columns = columns(file);
                if (made.add(feed)) {
                    database.change(table(feed, columns));
                }
                loads.put(file, """
                        load data local infile '%s' into table bare.`%s` character set utf8mb4
                             fields terminated by ',' optionally enclosed by '"' escaped by '' lines terminated by '\\n'
                             ignore 1 lines (%s)
                        """.formatted(file.toAbsolutePath(), feed, String.join(", ", columns)));
            }
            Took took = Took.by(server, () -> loads.values().forEach(load -> rows.addAndGet(database.change(load))));
            return new BareLoad(took, rows.get());
        }
    }

    private static List<String> columns(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            List<String> columns = new ArrayList<>();
            Arrays.stream(Objects.requireNonNull(reader.readLine()).strip().split(","))
                    .forEach(columns::add);
            return columns;
        }
    }

    private static String table(String feed, List<String> columns) {
        return "create table bare.`%s` (%s, primary key (%s)) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin"
                .formatted(
                        feed,
                        columns.stream()
                                .map(column -> column + " " + TYPES.getOrDefault(column, "varchar(200)"))
                                .collect(Collectors.joining(", ")),
                        Objects.requireNonNull(KEYS.get(feed)));
    }
}
