package dev.cpor.domain;

import java.util.Locale;

/** What {@link EventType#CLAIM_EDITED} may change on a claim. */
public enum EditedField {
    MPN_ID,
    CLAIM_NAME,
    CUSTOMER_CONTACT,
    PARTNER_CONTACT,
    /** Removes the claim line whose number is the value. */
    REMOVE_LINE;

    /** Returns the name used in the events feed, such as {@code mpn_id}. */
    public String feedName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
