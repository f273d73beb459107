package dev.cpor.faults;

import dev.cpor.cli.OpenDatabase;

/** A moment in the course of a night, as the database shows it from outside. */
enum Moment {
    READING("select count(*) from staged_row"),
    APPLYING("select count(*) from history where rule_name is null and business_date = '%s'"),
    EVALUATING("select coalesce(sum(amount), 0) from tally join run on number = run"
            + " where topic = 'EVALUATED' and business_date = '%s'"),
    EXTRACTING(
            "select count(*) from BATCH_STEP_EXECUTION where STEP_NAME = 'writeExtracts' and EXIT_CODE = 'EXECUTING'"),
    REPORTING("select count(*) from BATCH_STEP_EXECUTION where STEP_NAME = 'closeNight' and EXIT_CODE = 'EXECUTING'");

    private final String sql;

    Moment(String sql) {
        this.sql = sql;
    }

    /** Says how far a night has come in it. */
    long progress(OpenDatabase database, String businessDate) {
        return database.number(sql.formatted(businessDate));
    }
}
