package dev.cpor.faults;

import dev.cpor.cli.Sandbox;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import java.nio.file.Path;
import java.time.LocalDate;

/** Feeds for nights that are hindered. */
public final class Feeds {
    static final String DATE = "2026-11-20";

    private Feeds() {}

    /** Makes the feeds of so many claims, from 21 September to 20 November 2026. */
    public static void make(long claims, Path into) {
        FeedGenerator.generate(
                new GeneratorOptions(claims, 7, LocalDate.parse("2026-09-21"), LocalDate.parse(DATE), into));
    }

    /** Brings the review of that claim, which ends with its approval on 10 November 2026. */
    static void approveIt(Sandbox sandbox) {
        sandbox.feed(
                "events-2.csv",
                "event_id,claim_id,occurred_at,type,actor_role,actor,reason,detail,field,value,document_name,"
                        + "document_sha256,comment",
                "E3,C1,2026-11-10T09:00:00Z,REVIEW_STARTED,REVIEWER,r,,,,,,,",
                "E4,C1,2026-11-10T10:00:00Z,CLAIM_APPROVED,REVIEWER,r,,,,,,,");
    }

    /** Brings a partner, a customer and a claim of theirs, submitted on 9 November 2026. */
    static void bringOneClaim(Sandbox sandbox) {
        sandbox.feed(
                        "partners-1.csv",
                        "mpn_id,name,country,currency,programs,payout_profile_valid,designations",
                        "M1,Partner,US,USD,OSU,true,MODERN_WORK")
                .feed("customers-1.csv", "tenant_id,name,country,public_sector", "T1,Customer,US,false")
                .feed(
                        "claims-1.csv",
                        "claim_id,claim_name,mpn_id,program,activity,tenant_id,customer_contact,partner_contact,created_at",
                        "C1,Claim,M1,OSU,USAGE,T1,,,2026-11-09T08:00:00Z")
                .feed(
                        "claim-lines-1.csv",
                        "claim_id,line_no,solution_area,product,subscription_id,workload,channel,subscription_state,seats,"
                                + "monthly_active_users,annual_revenue,currency",
                        "C1,1,MODERN_WORK,,,EXCHANGE,DIRECT,,200,150,1000,USD")
                .feed(
                        "events-1.csv",
                        "event_id,claim_id,occurred_at,type,actor_role,actor,reason,detail,field,value,document_name,"
                                + "document_sha256,comment",
                        "E1,C1,2026-11-09T09:00:00Z,POE_UPLOADED,PARTNER,p,,,,,proof.pdf,"
                                + "0123456789abcdef".repeat(4) + ",",
                        "E2,C1,2026-11-09T10:00:00Z,CLAIM_SUBMITTED,PARTNER,p,,,,,,,");
    }
}
