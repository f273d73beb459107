package dev.cpor.intake;

import dev.cpor.domain.Activity;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Dispute;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.NewClaim;
import dev.cpor.domain.Partner;
import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.PaymentStatus;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.intake.Parsed.Bad;
import dev.cpor.intake.Parsed.ClaimRow;
import dev.cpor.intake.Parsed.CustomerRow;
import dev.cpor.intake.Parsed.DisputeRow;
import dev.cpor.intake.Parsed.ExchangeRateRow;
import dev.cpor.intake.Parsed.PartnerRow;
import dev.cpor.intake.Parsed.PaymentResultRow;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Says what a row means. What the row shows to be wrong by itself is refused, with the first column that is wrong; nothing
 * else is asked, so the same row always gives the same answer.
 */
public final class RowReading {
    private static final int RATE_DECIMALS = 6;
    private static final Words<Program> PROGRAMS = Words.of(Program.class);
    private static final Words<Activity> ACTIVITIES = Words.of(Activity.class);
    private static final Words<PaymentStatus> PAYMENT_STATUSES = Words.of(PaymentStatus.class);
    private static final Words<SolutionArea> SOLUTION_AREAS = Words.of(SolutionArea.class);

    private RowReading() {}

    /**
     * Reads a row that comes from a file.
     *
     * @param calendar says on which day the row occurred
     */
    public static Parsed read(Feed feed, FeedRow row, BusinessCalendar calendar) {
        return row.unfit() == null ? read(feed, row.fields(), calendar) : new Bad(row.unfit());
    }

    /**
     * Reads a row that fitted its file's header, such as one that was kept.
     *
     * @param fields the values in the order of {@link Feed#columns()}, as {@link FeedRow#fields()} gives them
     * @param calendar says on which day the row occurred
     * @throws IllegalArgumentException if there are more or fewer values than columns
     */
    public static Parsed read(Feed feed, List<String> fields, BusinessCalendar calendar) {
        if (fields.size() != feed.columns().size()) {
            throw new IllegalArgumentException("A row of %s must have %d fields, not %d."
                    .formatted(feed, feed.columns().size(), fields.size()));
        }
        Values values = new Values(feed, fields, calendar);
        try {
            return switch (feed) {
                case PARTNERS -> partner(values);
                case CUSTOMERS -> customer(values);
                case EXCHANGE_RATES -> exchangeRate(values);
                case CLAIMS -> claim(values);
                case CLAIM_LINES -> LineReading.line(values);
                case EVENTS -> EventReading.event(values);
                case DISPUTES -> dispute(values);
                case PAYMENT_RESULTS -> paymentResult(values);
            };
        } catch (RowRefused refused) {
            return new Bad(refused.refusal());
        }
    }

    private static Parsed partner(Values values) throws RowRefused {
        return new PartnerRow(new Partner(
                values.text("mpn_id"),
                values.text("name"),
                values.text("country"),
                values.currency("currency").getCurrencyCode(),
                values.optionalWords("programs", PROGRAMS),
                values.flag("payout_profile_valid"),
                values.optionalWords("designations", SOLUTION_AREAS)));
    }

    private static Parsed customer(Values values) throws RowRefused {
        return new CustomerRow(new Customer(
                values.text("tenant_id"), values.text("name"), values.text("country"), values.flag("public_sector")));
    }

    private static Parsed exchangeRate(Values values) throws RowRefused {
        return new ExchangeRateRow(new ExchangeRate(
                values.currency("currency"), values.date("rate_date"), values.decimal("usd_rate", RATE_DECIMALS)));
    }

    private static Parsed paymentResult(Values values) throws RowRefused {
        return new PaymentResultRow(new PaymentResult(
                values.earningId("earning_id"),
                values.word("status", PAYMENT_STATUSES),
                values.optionalText("payment_id"),
                values.optionalDate("paid_on"),
                values.optionalText("reason")));
    }

    private static Parsed claim(Values values) throws RowRefused {
        String claimId = values.text("claim_id");
        String name = values.text("claim_name");
        String mpnId = values.text("mpn_id");
        Program program = values.word("program", PROGRAMS);
        Activity activity = values.word("activity", ACTIVITIES);
        String tenantId = values.text("tenant_id");
        String customerContact = values.optionalText("customer_contact");
        String partnerContact = values.optionalText("partner_contact");
        Instant createdAt = values.instant("created_at");
        return new ClaimRow(new NewClaim(
                claimId,
                name,
                mpnId,
                program,
                activity,
                tenantId,
                customerContact,
                partnerContact,
                createdAt,
                values.dayOf("created_at", createdAt)));
    }

    private static Parsed dispute(Values values) throws RowRefused {
        String disputeId = values.text("dispute_id");
        String claimId = values.text("claim_id");
        Instant openedAt = values.instant("opened_at");
        return new DisputeRow(new Dispute(
                disputeId,
                claimId,
                openedAt,
                values.dayOf("opened_at", openedAt),
                values.text("mpn_id"),
                values.word("program", PROGRAMS),
                Collections.unmodifiableSet(new LinkedHashSet<>(values.texts("products"))),
                values.text("tenant_id"),
                values.longText("details")));
    }
}
