package dev.cpor.payout.verify;

import static dev.cpor.payout.Column.EARNING_TYPE;
import static dev.cpor.payout.Column.PRODUCT_NAME;
import static dev.cpor.payout.Column.REASON_CODE;
import static dev.cpor.payout.Column.SOLUTION_AREA;
import static dev.cpor.payout.Column.SUBSCRIPTION_ID;
import static dev.cpor.payout.Column.WORKLOAD;

import dev.cpor.domain.Rate;
import dev.cpor.domain.SolutionArea;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The row says what was earned for: a product with its subscription, or a workload; and a reversal says why. */
final class RowSubjectCheck implements RowCheck {
    private static final Set<String> EARNING_TYPES =
            Arrays.stream(Rate.EarningType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    @Override
    public void check(Row row, Consumer<String> wrong) {
        String area = row.get(SOLUTION_AREA);
        if (area.equals(SolutionArea.BUSINESS_APPLICATIONS.name())) {
            expectFilled(row, true, wrong);
        } else if (area.equals(SolutionArea.MODERN_WORK.name())) {
            expectFilled(row, false, wrong);
        } else {
            wrong.accept("the solutionArea " + area + " is unknown");
        }
        if (!EARNING_TYPES.contains(row.get(EARNING_TYPE))) {
            wrong.accept("the earningType " + row.get(EARNING_TYPE) + " is unknown");
        }
        if (row.isReversal() == row.isEmpty(REASON_CODE)) {
            wrong.accept("a reasonCode must be there for a reversal, and for nothing else");
        }
    }

    private static void expectFilled(Row row, boolean product, Consumer<String> wrong) {
        if (row.isEmpty(PRODUCT_NAME) == product
                || row.isEmpty(SUBSCRIPTION_ID) == product
                || row.isEmpty(WORKLOAD) != product) {
            wrong.accept(
                    product
                            ? "a business application must have productName and subscriptionId and no workload"
                            : "modern work must have a workload and neither productName nor subscriptionId");
        }
    }
}
