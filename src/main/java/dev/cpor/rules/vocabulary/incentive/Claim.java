package dev.cpor.rules.vocabulary.incentive;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim in incentive assessment, with its partner and customer. Every component but the first can be used in a condition.
 *
 * @param number the claim's number inside the database; not for rules
 * @param claimId the claim's ID
 * @param mpnId the MPN ID of the partner who claims
 * @param tenantId the tenant ID of the customer
 * @param program what the claim is for
 * @param activity what the partner did for the customer
 * @param status where the claim stands
 * @param consent what the customer has said
 * @param incentive what incentive assessment made of the claim
 * @param statusSince the day on which the claim was approved
 * @param firstSubmitted the day of the first submission, null where there was none
 * @param businessDate the day that the night closes
 * @param daysInStatus calendar days after {@code statusSince}, up to and including the business date
 * @param businessDaysInStatus business days after {@code statusSince}, up to and including the business date
 * @param businessDaysSinceSubmission business days after the first submission; 0 where there was none
 * @param partnerCountry the partner's country as its feed gives it
 * @param payoutProfileValid whether the partner can be paid
 * @param partnerEnrolled whether the partner is enrolled in the claim's program
 * @param customerCountry the customer's country as its feed gives it
 * @param publicSector whether the customer belongs to the public sector
 */
public record Claim(
        long number,
        String claimId,
        String mpnId,
        String tenantId,
        Program program,
        Activity activity,
        Status status,
        Consent consent,
        Incentive incentive,
        LocalDate statusSince,
        @Nullable LocalDate firstSubmitted,
        LocalDate businessDate,
        int daysInStatus,
        int businessDaysInStatus,
        int businessDaysSinceSubmission,
        String partnerCountry,
        boolean payoutProfileValid,
        boolean partnerEnrolled,
        String customerCountry,
        boolean publicSector) {}
