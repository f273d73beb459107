package dev.cpor.bench;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills the tables with open claims of a mix, interleaved as chance would have it, with the history that led to them. */
final class Population {
    private static final int CLAIMS_PER_PARTNER = 40;
    private static final int CLAIMS_PER_CUSTOMER = 3;

    private final Statements database;

    Population(Statements database) {
        this.database = database;
    }

    /**
     * Writes the claims.
     *
     * @param claims how many, a multiple of 1,000
     */
    void write(Mix mix, long claims) {
        database.change("set foreign_key_checks = 0");
        // MariaDB 11.4.5 refuses INSERT … SELECT into a table with such a trigger, which set-based SQL cannot do
        // without. An
        // insert never meets it, so it is gone for all contenders alike.
        database.change("drop trigger history_is_never_updated");
        parties(claims / CLAIMS_PER_PARTNER, claims / CLAIMS_PER_CUSTOMER);
        cohorts(mix);
        claims(claims);
        history();
        database.rows("analyze table claim, history", row -> row.getString(1));
        database.change("drop table bench_cohort");
    }

    private void parties(long partners, long customers) {
        database.change("""
                insert into partner
                select concat('MPN-', seq), concat('Partner ', seq), 'DE', 'EUR', 'OSU;OSA', true,
                       'BUSINESS_APPLICATIONS;MODERN_WORK'
                  from seq_1_to_%d
                """.formatted(partners));
        database.change("""
                insert into customer select concat('tenant-', seq), concat('Customer ', seq), 'DE', false from seq_1_to_%d
                """.formatted(customers));
    }

    private void cohorts(Mix mix) {
        database.change("""
                create table bench_cohort (
                    first int primary key, last int, status varchar(30), consent varchar(30), since date, days int,
                    submitted_before int, notes varchar(100), version int)
                """);
        int first = 0;
        for (Cohort cohort : mix.cohorts()) {
            int last = first + cohort.share() - 1;
            database.change("insert into bench_cohort values (%d, %d, '%s', '%s', '%s', %d, %d, '%s', %d)"
                    .formatted(
                            first,
                            last,
                            cohort.status(),
                            cohort.consent(),
                            cohort.from(),
                            cohort.days(),
                            cohort.submittedBefore(),
                            cohort.notes(),
                            cohort.version()));
            first = last + 1;
        }
    }

    /** 617 and 1,000 have no divisor in common, so that neighbours in the table are of different cohorts. */
    private void claims(long claims) {
        database.change("""
                insert into claim (claim_id, claim_name, mpn_id, program, activity, tenant_id, customer_contact,
                                   partner_contact, status, consent, incentive, status_since, first_submitted, notes, version)
                select straight_join
                       concat('CPOR-', lpad(seq, 8, '0')), concat('Claim of project ', seq),
                       concat('MPN-', 1 + seq %% %d), if(seq %% 5 = 0, 'OSA', 'OSU'), if(seq %% 7 = 0, 'PRE_SALES', 'USAGE'),
                       concat('tenant-', 1 + seq %% %d), concat('it', seq, '@customer.example'),
                       concat('sales', seq %% 977, '@partner.example'), status, consent, 'NOT_ASSESSED',
                       since + interval seq div 1000 %% days day,
                       since + interval seq div 1000 %% days day - interval submitted_before day, notes, version
                  from seq_1_to_%d join bench_cohort on seq * 617 %% 1000 between first and last
                 order by seq
                """.formatted(claims / CLAIMS_PER_PARTNER, claims / CLAIMS_PER_CUSTOMER, claims));
    }

    private void history() {
        String kinds = Stream.of(
                        "CLAIM_CREATED",
                        "POE_UPLOADED",
                        "CLAIM_SUBMITTED",
                        "REVIEW_STARTED",
                        "INFORMATION_REQUESTED",
                        "COMMENTED")
                .map("'%s'"::formatted)
                .collect(Collectors.joining(", "));
        int versions = 6;
        for (int version = 1; version <= versions; version++) {
            database.change("""
                    insert into history (claim, version, run, business_date, kind, occurred_at, actor_role, actor, status,
                                         consent, incentive, comment)
                    select id, %1$d, 0, first_submitted, elt(%1$d, %2$s), first_submitted + interval %1$d hour, 'PARTNER',
                           partner_contact, status, consent, incentive,
                           if(%1$d %% 3 = 0, concat('What was said about project ', id), null)
                      from claim where version >= %1$d
                     order by id
                    """.formatted(version, kinds));
        }
    }
}
