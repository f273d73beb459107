package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sample after one command. */
record SampleRun(String name, Sandbox sandbox, Sandbox.Beans beans) {
    static SampleRun of(String name, Path folder, String... command) {
        Sandbox sandbox = new Sandbox(folder).feeds(Path.of("sample-data", "inbox"));
        Said said = sandbox.run(command);
        assertThat(said.status()).as(said.err()).isZero();
        return new SampleRun(name, sandbox, sandbox.open());
    }

    Path payout() {
        return sandbox.out().resolve("payout");
    }

    /** Asks the database for one column of text. */
    List<String> rows(String sql) {
        return beans.get(JdbcTemplate.class).queryForList(sql, String.class);
    }

    /** Asks the database for keys and numbers. */
    Map<String, BigDecimal> sums(String sql) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        beans.get(JdbcTemplate.class).query(sql, row -> {
            sums.put(row.getString(1), new BigDecimal(row.getString(2)).stripTrailingZeros());
        });
        return sums;
    }

    /** Closes what it holds; it is not closeable as such, because JUnit closes what it hands to a test. */
    void end() {
        beans.close();
        sandbox.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
