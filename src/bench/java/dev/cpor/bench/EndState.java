package dev.cpor.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What a contender has left behind. Each row, with its key, becomes a number of 60 bits of its SHA-1, and the sums of these are
 * compared: two tables with the same rows have the same sum, whatever order they were written in. Left out is only what may
 * differ: the automatic number of a history row.
 */
record EndState(long claims, String claimSum, long history, long newHistory, String newHistorySum) {
    static final EndState NONE = new EndState(0, "", 0, 0, "");

    static EndState of(Statements database) {
        return new EndState(
                database.number("select count(*) from claim"),
                sum(
                        database,
                        """
                        claim where true""",
                        "id",
                        "claim_id",
                        "claim_name",
                        "mpn_id",
                        "program",
                        "activity",
                        "tenant_id",
                        "customer_contact",
                        "partner_contact",
                        "status",
                        "rejection",
                        "withdrawal",
                        "consent",
                        "incentive",
                        "status_since",
                        "first_submitted",
                        "notes",
                        "version"),
                database.number("select count(*) from history"),
                database.number("select count(*) from history where run <> 0"),
                sum(
                        database,
                        """
                        history where run <> 0""",
                        "claim",
                        "version",
                        "run",
                        "business_date",
                        "kind",
                        "occurred_at",
                        "actor_role",
                        "actor",
                        "status",
                        "consent",
                        "incentive",
                        "reason",
                        "detail",
                        "comment",
                        "rule_name",
                        "ruleset"));
    }

    private static String sum(Statements database, String rows, String... columns) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            values.add("ifnull(%s, char(0))".formatted(column));
        }
        return database.rows("""
                        select cast(sum(cast(conv(left(sha1(concat_ws(char(1), %s)), 15), 16, 10) as unsigned)) as char)
                          from %s
                        """.formatted(String.join(", ", values), rows), row -> String.valueOf(row.getString(1)))
                .get(0);
    }
}
