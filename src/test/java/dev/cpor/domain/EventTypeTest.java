package dev.cpor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of event types, written down a second time. */
class EventTypeTest {
    @ParameterizedTest
    @CsvSource({
        "CLAIM_EDITED,          PARTNER,          EDITING SUBMITTED PARTNER_ACTION_REQUIRED",
        "POE_UPLOADED,          PARTNER,          EDITING SUBMITTED PARTNER_ACTION_REQUIRED",
        "CLAIM_SUBMITTED,       PARTNER,          EDITING PARTNER_ACTION_REQUIRED",
        "REVIEW_STARTED,        REVIEWER,         SUBMITTED",
        "INFORMATION_REQUESTED, REVIEWER,         UNDER_REVIEW",
        "CLAIM_APPROVED,        REVIEWER,         UNDER_REVIEW",
        "CLAIM_REJECTED,        REVIEWER,         UNDER_REVIEW",
        "COMMENTED,             PARTNER REVIEWER, EDITING SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED REJECTED",
        "CONSENT_DECLINED,      CUSTOMER,         APPROVED",
        "CLAIM_WITHDRAWN,       PARTNER,          EDITING SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED",
        "DISPUTE_UPHELD,        SUPPORT,          REJECTED",
        "DISPUTE_DENIED,        SUPPORT,          REJECTED"
    })
    void isDoneByTheseRolesInTheseStatuses(EventType type, String roles, String statuses) {
        assertThat(Arrays.stream(ActorRole.values())
                        .filter(type::mayBeDoneBy)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(roles);
        assertThat(Arrays.stream(Status.values())
                        .filter(type::isAllowedIn)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(statuses);
    }
}
