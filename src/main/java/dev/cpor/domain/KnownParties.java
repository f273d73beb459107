package dev.cpor.domain;

import java.util.Set;

/** Says which partners and customers have been heard of. */
public interface KnownParties {
    /** Says whether a row of the partners feed has named this MPN ID. */
    boolean isPartner(String mpnId);

    /** Says whether a row of the customers feed has named this tenant ID. */
    boolean isCustomer(String tenantId);

    /** Returns that these are known and no others; what is added to the sets later is known then. */
    static KnownParties of(Set<String> mpnIds, Set<String> tenantIds) {
        return new KnownParties() {
            @Override
            public boolean isPartner(String mpnId) {
                return mpnIds.contains(mpnId);
            }

            @Override
            public boolean isCustomer(String tenantId) {
                return tenantIds.contains(tenantId);
            }
        };
    }
}
