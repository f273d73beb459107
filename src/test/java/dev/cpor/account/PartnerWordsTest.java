package dev.cpor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.Consent;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerWordsTest {
    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void hasASentenceForEveryReasonWithoutCodes(ReasonCode reason) {
        assertThat(PartnerWords.of(reason))
                .matches("[A-Z][^_]+\\.")
                .doesNotContain("_")
                .hasSizeGreaterThan(20);
    }

    @Test
    void tellsReasonsApart() {
        assertThat(Arrays.stream(ReasonCode.values()).map(PartnerWords::of)).doesNotHaveDuplicates();
    }

    @Test
    void tellsSeveralReasonsOneAfterTheOther() {
        assertThat(PartnerWords.of(List.of(ReasonCode.NO_DESIGNATION, ReasonCode.RECOGNITION_ONLY)))
                .isEqualTo("A revenue association is recognised, but earns no incentive."
                        + " You have no designation for the solution area of this product or workload.");
    }

    @Test
    void hasASentenceForEveryStatus() {
        for (Status status : Status.values()) {
            for (Consent consent : Consent.values()) {
                assertThat(PartnerWords.of(status, consent)).matches("[A-Z][^_]+\\.");
            }
        }
    }
}
