package dev.cpor.store.rules;

import dev.cpor.store.statement.Bind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the text of every rule set that was ever used, by its fingerprint, what was compiled from it, and what it has passed. */
public class RuleSetArchive {
    private final JdbcClient jdbc;
    private final Clock clock;

    RuleSetArchive(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a rule set, unless it is there already. */
    public void keep(String fingerprint, String content) {
        jdbc.sql("insert ignore into rule_set (fingerprint, first_used_at, content) values (?, ?, ?)")
                .params(fingerprint, Bind.utc(clock.instant()), content)
                .update();
    }

    /** Returns the text of a rule set that was used before. */
    public Optional<String> content(String fingerprint) {
        return jdbc.sql("select content from rule_set where fingerprint = ?")
                .params(fingerprint)
                .query(String.class)
                .optional();
    }

    /**
     * Returns the fingerprints that begin with these digits, sorted.
     *
     * @param digits lower-case hex
     */
    public List<String> fingerprints(String digits) {
        return jdbc.sql("select fingerprint from rule_set where left(fingerprint, ?) = ? order by fingerprint")
                .params(digits.length(), digits)
                .query(String.class)
                .list();
    }

    /** Returns what was compiled from rules before, null where nothing is kept. */
    public byte @Nullable [] compiled(String from) {
        return jdbc.sql("select content from compiled_rules where compiled_from = ?")
                .params(from)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    /** Keeps what was compiled from rules, in the place of what was kept before and was of no use. */
    public void keepCompiled(String from, byte[] content) {
        jdbc.sql("""
                        insert into compiled_rules (compiled_from, content) values (?, ?)
                            on duplicate key update content = value(content)
                        """).params(from, content).update();
    }

    /** Says whether rules are known to have passed their scenarios. */
    public boolean havePassed(String tried) {
        return jdbc.sql("select exists (select 1 from passed_scenarios where tried = ?)")
                .params(tried)
                .query(Boolean.class)
                .single();
    }

    /** Keeps that rules have passed their scenarios. */
    public void keepPassed(String tried) {
        jdbc.sql("insert ignore into passed_scenarios (tried) values (?)")
                .params(tried)
                .update();
    }
}
