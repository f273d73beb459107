package dev.cpor.domain;

/** Says which partners and customers have been heard of. */
public interface KnownParties {
    /** Says whether a row of the partners feed has named this MPN ID. */
    boolean isPartner(String mpnId);

    /** Says whether a row of the customers feed has named this tenant ID. */
    boolean isCustomer(String tenantId);
}
