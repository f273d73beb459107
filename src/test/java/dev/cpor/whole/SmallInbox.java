package dev.cpor.whole;

import dev.cpor.cli.Sandbox;
import java.util.ArrayList;
import java.util.List;

/**
 * A few claims of one partner and one customer, for the night of 10 November 2026: the first four are handed
 * off by it, all others wait for the partner and are reminded by it.
 */
record SmallInbox(int claims) {
    static SmallInbox of(int claims) {
        return new SmallInbox(claims);
    }

    void writeTo(Sandbox sandbox) {
        List<String> created = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> events = new ArrayList<>();
        created.add(
                "claim_id,claim_name,mpn_id,program,activity,tenant_id,customer_contact,partner_contact,created_at");
        lines.add(
                "claim_id,line_no,solution_area,product,subscription_id,workload,channel,subscription_state,seats,monthly_active_users,annual_revenue,currency");
        events.add(
                "event_id,claim_id,occurred_at,type,actor_role,actor,reason,detail,field,value,document_name,document_sha256,comment");
        for (int number = 1; number <= claims; number++) {
            String claim = "CPOR-" + number;
            created.add(claim + ",Teams,1000001,OSU,USAGE,tenant-1,,,2026-10-26T08:00:00Z");
            lines.add(claim + ",1,MODERN_WORK,,,Teams,DIRECT,,200,160,9600.00,USD");
            event(events, claim, "1,", "2026-10-27", "POE_UPLOADED,PARTNER", ",,,,plan.pdf," + "0a".repeat(32) + ",");
            event(events, claim, "2,", "2026-10-28", "CLAIM_SUBMITTED,PARTNER", ",,,,,,");
            event(events, claim, "3,", "2026-10-29", "REVIEW_STARTED,REVIEWER", ",,,,,,");
            if (isHandedOff(number)) {
                event(events, claim, "4,", "2026-10-30", "CLAIM_APPROVED,REVIEWER", ",,,,,,");
            } else {
                event(
                        events,
                        claim,
                        "4,",
                        "2026-11-05",
                        "INFORMATION_REQUESTED,REVIEWER",
                        "MISSING_PRODUCTS,,,,,,Which products?");
            }
        }
        sandbox.feed(
                        "partners-1.csv",
                        "mpn_id,name,country,currency,programs,payout_profile_valid,designations",
                        "1000001,Harborview Cloud Inc.,US,USD,OSU,true,MODERN_WORK")
                .feed("customers-1.csv", "tenant_id,name,country,public_sector", "tenant-1,Lakeside Foods,US,false")
                .feed("claims-1.csv", created.toArray(String[]::new))
                .feed("claim-lines-1.csv", lines.toArray(String[]::new))
                .feed("events-1.csv", events.toArray(String[]::new));
    }

    /** Says whether the night hands that claim off. */
    static boolean isHandedOff(int number) {
        return number <= 4;
    }

    private static void event(
            List<String> events, String claim, String number, String day, String typeAndRole, String rest) {
        events.add("E-" + claim + "-" + number + claim + "," + day + "T08:0" + number.charAt(0) + ":00Z," + typeAndRole
                + ",someone@example.org," + rest);
    }
}
