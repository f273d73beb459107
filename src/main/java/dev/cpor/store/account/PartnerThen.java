package dev.cpor.store.account;

/** Whose claim it was when something happened: partners move claims from one MPN ID to another. */
final class PartnerThen {
    /** The MPN ID at a row of the table history, with the claim beside it. */
    static final String MPN_ID = """
            coalesce((select moved.mpn_id from claim_partner moved
                       where moved.claim = history.claim and moved.version <= history.version
                       order by moved.version desc limit 1), claim.mpn_id)""";

    private PartnerThen() {}
}
