package dev.cpor.reference;

import java.util.Set;

/** The closed lists of words that feeds may use. */
final class Words {

    static final Set<String> PROGRAMS = Set.of("OSU", "OSA");
    static final Set<String> ACTIVITIES = Set.of("USAGE", "PRE_SALES", "REVENUE_ASSOCIATION");
    static final Set<String> SOLUTION_AREAS = Set.of("BUSINESS_APPLICATIONS", "MODERN_WORK");
    static final Set<String> CHANNELS = Set.of("DIRECT", "VOLUME_LICENSING", "CSP");
    static final Set<String> SUBSCRIPTION_STATES = Set.of("ACTIVE", "GRACE", "SUSPENDED", "EXPIRED");
    static final Set<String> EDITED_FIELDS =
            Set.of("mpn_id", "claim_name", "customer_contact", "partner_contact", "remove_line");
    static final Set<String> WITHDRAWAL_DETAILS =
            Set.of("WRONG_MPN", "WRONG_ACTIVITY", "NO_LONGER_WORKING_WITH_CUSTOMER");
    static final Set<String> INFORMATION_REASONS = Set.of(
            "MISSING_ALL_POE",
            "MISSING_CUSTOMER_ACKNOWLEDGMENT",
            "MISSING_OR_OLD_DATES",
            "MISSING_PARTNER_SOLUTION",
            "MISSING_PRODUCTS");
    static final Set<String> REJECTION_REASONS = Set.of(
            "PARTNER_REQUEST",
            "CUSTOMER_DECLINED",
            "INSUFFICIENT_POE",
            "MISSING_CUSTOMER_CONSENT",
            "MISSING_PRODUCTS",
            "NO_PARTNER_RESPONSE",
            "POE_UNAVAILABLE");

    private Words() {}
}
