package dev.cpor.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SQL written by hand: for each rule one statement that inserts the history rows and one that changes the claims, each with the
 * rule's condition on the index of statuses and days, all in one transaction. Days are compared with dates that were counted before.
 *
 * @param notices whether it queues the notices as well, as nights do; the issue of the comparison is without
 */
record SetBased(Deadlines deadlines, Ruleset ruleset, boolean notices) implements Contender {
    @Override
    public String name() {
        return notices ? "set-based SQL with notices" : "set-based SQL";
    }

    @Override
    public Ready prepare(BenchServer server) {
        Statements database = server.open();
        return new Ready() {
            @Override
            public Map<String, Duration> run() {
                return changes(database);
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }

    /** With every consent named, the days behind it in the index can be looked up. */
    private static final String ANY_CONSENT = "consent in ('NONE', 'PENDING', 'DECLINED', 'ELAPSED')";

    private Map<String, Duration> changes(Statements database) {
        LocalDate five = deadlines.moreBusinessDaysThan(5);
        LocalDate two = deadlines.moreBusinessDaysThan(2);
        LocalDate ten = deadlines.moreBusinessDaysThan(10);
        Map<String, Duration> stages = new LinkedHashMap<>();
        database.change("set autocommit = 0, transaction_isolation = 'READ-COMMITTED'");
        Act act = new Act(database, stages);
        act.note(
                "DECISION_TARGET_MISSED",
                "There is no decision ten business days after the first submission",
                """
                status in ('SUBMITTED', 'UNDER_REVIEW') and first_submitted <= '%s'""".formatted(ten));
        act.note("REVIEW_DECISION_OVERDUE", "The review brought no decision within five business days", """
                status = 'UNDER_REVIEW' and status_since <= '%s'""".formatted(
                        five));
        act.note("REVIEW_START_OVERDUE", "The review did not start within five business days", """
                status = 'SUBMITTED' and status_since <= '%s'""".formatted(five));
        act.note("PARTNER_RESPONSE_DUE", "The partner's response is due soon", """
                status = 'PARTNER_ACTION_REQUIRED' and status_since > '%s' and status_since <= '%s'""".formatted(five, two));
        act.reject("NO_PARTNER_RESPONSE", "The partner did not respond within five business days", """
                status = 'PARTNER_ACTION_REQUIRED' and status_since <= '%s'""".formatted(five));
        act.reject("CUSTOMER_DECLINED", "The customer declined the partner's claim", """
                status = 'APPROVED' and consent = 'DECLINED'""");
        Stopwatch watch = new Stopwatch();
        database.change("commit");
        stages.put("commit", watch.elapsed());
        return stages;
    }

    /** What is done for one rule. */
    private final class Act {
        private final Statements database;
        private final Map<String, Duration> stages;

        Act(Statements database, Map<String, Duration> stages) {
            this.database = database;
            this.stages = stages;
        }

        /** The reasons that were told come in the order of their names, so the first rule puts its own in front. */
        void note(String reason, String rule, String condition) {
            boolean reminder = reason.equals("PARTNER_RESPONSE_DUE");
            String due = condition + " and " + ANY_CONSENT
                    + " and incentive = 'NOT_ASSESSED' and not find_in_set('%s', replace(notes, ';', ','))"
                            .formatted(reason);
            append(reminder ? "REMINDED" : "ESCALATED", "status", reason, rule, due);
            queue(reminder ? "REMINDER" : "ESCALATION", reminder ? "PARTNER" : "REVIEWER", reason, due);
            String joined = reason.equals("DECISION_TARGET_MISSED")
                    ? "concat('%s', if(notes = '', '', ';'), notes)"
                    : "concat(notes, if(notes = '', '', ';'), '%s')";
            change("version = version + 1, notes = " + joined.formatted(reason), due);
        }

        void reject(String reason, String rule, String condition) {
            String due = condition + " and " + ANY_CONSENT + " and incentive = 'NOT_ASSESSED'";
            append("REJECTED", "'REJECTED'", reason, rule, due);
            queue("REJECTION", "PARTNER", reason, due);
            change("""
                    version = version + 1, status = 'REJECTED', rejection = '%s', status_since = '%s', notes = ''""".formatted(reason, deadlines.date()), due);
        }

        private void append(String kind, String status, String reason, String rule, String due) {
            timed("history", """
                    insert into history (claim, version, run, business_date, kind, status, consent, incentive, reason,
                                         rule_name, ruleset)
                    select id, version + 1, 1, '%s', '%s', %s, consent, incentive, '%s', '%s', '%s' from claim where %s
                    """.formatted(
                    deadlines.date(), kind, status, reason, rule.replace("'", "''"), ruleset.fingerprint(), due));
        }

        private void queue(String kind, String recipient, String reason, String due) {
            if (notices) {
                timed("notices", """
                        insert into notice (claim, version, kind, recipient, reason, queued_on)
                        select id, version + 1, '%s', '%s', '%s', '%s' from claim where %s
                        """.formatted(kind, recipient, reason, deadlines.date(), due));
            }
        }

        private void change(String changes, String due) {
            timed("claims", "update claim set %s where %s".formatted(changes, due));
        }

        private void timed(String stage, String sql) {
            Stopwatch watch = new Stopwatch();
            database.change(sql);
            stages.merge(stage, watch.elapsed(), Duration::plus);
        }
    }
}
