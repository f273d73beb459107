package dev.cpor.rules.scenario;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.SolutionArea;
import dev.cpor.rules.evaluate.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what rules can ask of a claim into the cells of a case, and nothing that says whose claim it is. */
record ClaimCells(Assessable assessable, LocalDate businessDate, DayCounts days) {

    /** @param assessed whether incentive rules are asked: then there is a row for each line, else one for the claim */
    List<Map<Column, String>> rows(boolean assessed) {
        List<Map<Column, String>> rows = new ArrayList<>();
        if (!assessed) {
            rows.add(claim());
            return rows;
        }
        for (ClaimLine line : assessable.lines()) {
            Map<Column, String> row = claim();
            addParties(row);
            addLine(row, line);
            rows.add(row);
        }
        return rows;
    }

    private Map<Column, String> claim() {
        OpenClaim claim = assessable.claim();
        Map<Column, String> row = new EnumMap<>(Column.class);
        row.put(
                Column.CASE,
                "%s for %d days, asked about on %s".formatted(claim.status(), days.daysInStatus(), businessDate));
        row.put(Column.PROGRAM, claim.program().name());
        row.put(Column.ACTIVITY, claim.activity().name());
        row.put(Column.STATUS, claim.status().name());
        row.put(Column.CONSENT, claim.consent().name());
        row.put(Column.BUSINESS_DATE, businessDate.toString());
        row.put(
                Column.FIRST_SUBMITTED,
                claim.firstSubmitted() == null
                        ? Values.NONE
                        : claim.firstSubmitted().toString());
        row.put(Column.DAYS_IN_STATUS, String.valueOf(days.daysInStatus()));
        row.put(Column.BUSINESS_DAYS_IN_STATUS, String.valueOf(days.businessDaysInStatus()));
        row.put(Column.BUSINESS_DAYS_SINCE_SUBMISSION, String.valueOf(days.businessDaysSinceSubmission()));
        return row;
    }

    private void addParties(Map<Column, String> row) {
        row.put(Column.PARTNER_COUNTRY, text(assessable.partner().country()));
        row.put(Column.PAYOUT_PROFILE_VALID, String.valueOf(assessable.partner().payoutProfileValid()));
        row.put(
                Column.PARTNER_ENROLLED,
                String.valueOf(assessable
                        .partner()
                        .programs()
                        .contains(assessable.claim().program())));
        row.put(Column.CUSTOMER_COUNTRY, text(assessable.customer().country()));
        row.put(Column.PUBLIC_SECTOR, String.valueOf(assessable.customer().publicSector()));
    }

    private void addLine(Map<Column, String> row, ClaimLine line) {
        boolean business = line.solutionArea() == SolutionArea.BUSINESS_APPLICATIONS;
        row.put(Column.LINE_NO, String.valueOf(line.lineNo()));
        row.put(Column.SOLUTION_AREA, line.solutionArea().name());
        row.put(Column.PRODUCT, text(line.product()));
        row.put(Column.WORKLOAD, text(line.workload()));
        row.put(Column.CHANNEL, line.channel().name());
        row.put(
                Column.SUBSCRIPTION_STATE,
                line.subscriptionState() != null ? line.subscriptionState().name() : business ? Values.NONE : "");
        row.put(Column.SEATS, String.valueOf(line.seats()));
        row.put(Column.MONTHLY_ACTIVE_USERS, String.valueOf(line.monthlyActiveUsers()));
        row.put(Column.ANNUAL_REVENUE, line.annualRevenue().stripTrailingZeros().toPlainString());
        row.put(Column.CURRENCY, line.currency().getCurrencyCode());
        row.put(
                Column.PARTNER_DESIGNATED,
                String.valueOf(assessable.partner().designations().contains(line.solutionArea())));
    }

    /** A spreadsheet program would take what begins like a formula for one. */
    private static String text(@Nullable String value) {
        String text = value == null ? "" : value;
        return text.matches("(?s)[=+\\-@].*") ? "'" + text : text;
    }
}
