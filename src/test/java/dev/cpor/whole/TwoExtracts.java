package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.nio.file.Path;

/** A sandbox with two nights, each of which wrote one extract of the program OSU. */
final class TwoExtracts {
    static final String FIRST = "payout-OSU-2026-11-08-000001.csv";
    static final String SECOND = "payout-OSU-2026-11-10-000002.csv";

    private TwoExtracts() {}

    static Sandbox in(Path folder) {
        Sandbox sandbox = new Sandbox(folder);
        SmallInbox.of(4).writeTo(sandbox);
        sandbox.feed(
                        "claims-2.csv",
                        "claim_id,claim_name,mpn_id,program,activity,tenant_id,customer_contact,partner_contact,created_at",
                        "=CPOR-9,Teams,1000001,OSU,USAGE,tenant-1,,,2026-10-26T08:00:00Z")
                .feed(
                        "claim-lines-2.csv",
                        "claim_id,line_no,solution_area,product,subscription_id,workload,channel,subscription_state,seats,monthly_active_users,annual_revenue,currency",
                        "=CPOR-9,1,MODERN_WORK,,,Teams,DIRECT,,200,160,9600.00,USD")
                .feed(
                        "events-2.csv",
                        "event_id,claim_id,occurred_at,type,actor_role,actor,reason,detail,field,value,document_name,document_sha256,comment",
                        "E-1,=CPOR-9,2026-10-27T08:00:00Z,POE_UPLOADED,PARTNER,a,,,,,plan.pdf,%s,"
                                .formatted("0a".repeat(32)),
                        "E-2,=CPOR-9,2026-10-28T08:00:00Z,CLAIM_SUBMITTED,PARTNER,a,,,,,,,",
                        "E-3,=CPOR-9,2026-10-29T08:00:00Z,REVIEW_STARTED,REVIEWER,b,,,,,,,",
                        "E-4,=CPOR-9,2026-11-02T08:00:00Z,CLAIM_APPROVED,REVIEWER,b,,,,,,,");
        for (String date : new String[] {"2026-11-08", "2026-11-10"}) {
            Said said = sandbox.night("--date", date);
            assertThat(said.status()).as(said.err()).isZero();
        }
        assertThat(sandbox.out().resolve("payout/2026-11-08").resolve(FIRST)).exists();
        assertThat(sandbox.out().resolve("payout/2026-11-10").resolve(SECOND)).exists();
        return sandbox;
    }
}
