package dev.cpor.whole;

import dev.cpor.cli.Sandbox;
import java.util.ArrayList;
import java.util.List;

/**
 * Feeds with claims of business applications that were approved: a claim approved on a day is handed off by the night eight
 * days later, and a line of OSU earns 1 % of its revenue. Reads as a sentence.
 */
final class ApprovedClaims {
    private final List<String> partners = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> rates = new ArrayList<>();

    private ApprovedClaims() {}

    static ApprovedClaims feeds() {
        return new ApprovedClaims();
    }

    /** A partner that is enrolled in both programs and designated for business applications. */
    ApprovedClaims partner(String mpnId, String name, boolean validProfile) {
        partners.add("%s,%s,IS,ISK,OSU;OSA,%s,BUSINESS_APPLICATIONS".formatted(mpnId, name, validProfile));
        return this;
    }

    /** A claim for usage of the customer {@code tenant-1} that was submitted on a day, and not looked at. */
    ApprovedClaims submitted(String claim, String mpnId, String day) {
        claims.add("%s,Rollout %s,%s,OSU,USAGE,tenant-1,%sT08:00:00Z".formatted(claim, claim, mpnId, day));
        event(claim, 1, day, "POE_UPLOADED,PARTNER", "", "plan.pdf," + "0a".repeat(32), "");
        event(claim, 2, day, "CLAIM_SUBMITTED,PARTNER", "", ",", "");
        return this;
    }

    ApprovedClaims approved(String claim, String mpnId, String day) {
        return submitted(claim, mpnId, day).reviewed(claim, day, "CLAIM_APPROVED", "");
    }

    ApprovedClaims rejected(String claim, String mpnId, String day, String reason) {
        return submitted(claim, mpnId, day).reviewed(claim, day, "CLAIM_REJECTED", reason);
    }

    /** The reviewer asks the partner for more. */
    ApprovedClaims asked(String claim, String day, String reason) {
        return reviewed(claim, day, "INFORMATION_REQUESTED", reason);
    }

    /** The partner moves a claim that waits for its review to another MPN ID. */
    ApprovedClaims moved(String claim, String day, String mpnId) {
        events.add("E-%s-m,%s,%sT09:00:00Z,CLAIM_EDITED,PARTNER,rita@example.org,,,,,mpn_id,%s"
                .formatted(claim, claim, day, mpnId));
        return this;
    }

    private ApprovedClaims reviewed(String claim, String day, String type, String reason) {
        event(claim, 3, day, "REVIEW_STARTED,REVIEWER", "", ",", "");
        event(claim, 4, day, type + ",REVIEWER", reason, ",", "Seen by me");
        return this;
    }

    ApprovedClaims line(String claim, int lineNo, String subscription, String revenue, String currency) {
        return line(claim, lineNo, subscription, revenue, currency, "DIRECT");
    }

    ApprovedClaims line(
            String claim, int lineNo, String subscription, String revenue, String currency, String channel) {
        lines.add("%s,%d,BUSINESS_APPLICATIONS,Dynamics 365,%s,%s,ACTIVE,10,10,%s,%s"
                .formatted(claim, lineNo, subscription, channel, revenue, currency));
        return this;
    }

    ApprovedClaims rate(String currency, String day, String usdRate) {
        rates.add("%s,%s,%s".formatted(currency, day, usdRate));
        return this;
    }

    private void event(
            String claim, int number, String day, String typeAndRole, String reason, String document, String comment) {
        events.add("E-%s-%d,%s,%sT08:0%d:00Z,%s,rita@example.org,%s,%s,%s,,"
                .formatted(claim, number, claim, day, number, typeAndRole, reason, document, comment));
    }

    /** @param suffix tells the files apart from those of other days */
    void into(Sandbox sandbox, String suffix) {
        feed(
                sandbox,
                "partners-" + suffix,
                "mpn_id,name,country,currency,programs,payout_profile_valid,designations",
                partners);
        feed(
                sandbox,
                "customers-" + suffix,
                "tenant_id,name,country,public_sector",
                claims.isEmpty() ? List.of() : List.of("tenant-1,Fabrikam,DK,false"));
        feed(sandbox, "exchange-rates-" + suffix, "currency,rate_date,usd_rate", rates);
        feed(sandbox, "claims-" + suffix, "claim_id,claim_name,mpn_id,program,activity,tenant_id,created_at", claims);
        feed(
                sandbox,
                "claim-lines-" + suffix,
                "claim_id,line_no,solution_area,product,subscription_id,channel,subscription_state,seats,monthly_active_users,annual_revenue,currency",
                lines);
        feed(
                sandbox,
                "events-" + suffix,
                "event_id,claim_id,occurred_at,type,actor_role,actor,reason,document_name,document_sha256,comment,field,value",
                events);
    }

    private static void feed(Sandbox sandbox, String name, String header, List<String> rows) {
        if (!rows.isEmpty()) {
            List<String> all = new ArrayList<>(List.of(header));
            all.addAll(rows);
            sandbox.feed(name + ".csv", all.toArray(String[]::new));
        }
    }
}
