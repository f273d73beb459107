package dev.cpor.intake;

import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.intake.Parsed.LineOfClaim;
import org.jspecify.annotations.Nullable;

/** Reads a row of the claim lines feed: the solution area decides which columns say what the line is about. */
final class LineReading {
    private static final int AMOUNT_DECIMALS = 4;
    private static final Words<SolutionArea> SOLUTION_AREAS = Words.of(SolutionArea.class);
    private static final Words<Channel> CHANNELS = Words.of(Channel.class);
    private static final Words<SubscriptionState> STATES = Words.of(SubscriptionState.class);

    private LineReading() {}

    static Parsed line(Values values) throws RowRefused {
        String claimId = values.text("claim_id");
        int lineNo = (int) values.whole("line_no", 1, Integer.MAX_VALUE);
        SolutionArea area = values.word("solution_area", SOLUTION_AREAS);
        return new LineOfClaim(
                claimId,
                new ClaimLine(
                        lineNo,
                        area,
                        only(SolutionArea.BUSINESS_APPLICATIONS, area, values, "product"),
                        only(SolutionArea.BUSINESS_APPLICATIONS, area, values, "subscription_id"),
                        only(SolutionArea.MODERN_WORK, area, values, "workload"),
                        values.word("channel", CHANNELS),
                        values.optionalWord("subscription_state", STATES),
                        values.whole("seats", 0, Long.MAX_VALUE),
                        values.whole("monthly_active_users", 0, Long.MAX_VALUE),
                        values.decimal("annual_revenue", AMOUNT_DECIMALS),
                        values.currency("currency")));
    }

    /** Returns the text of a column that lines of its solution area must have and others must not. */
    private static @Nullable String only(SolutionArea owner, SolutionArea area, Values values, String column)
            throws RowRefused {
        if (area == owner) {
            return values.text(column);
        }
        values.mustBeEmpty(column, area.name());
        return null;
    }
}
