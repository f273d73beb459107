package dev.cpor.report;

import dev.cpor.domain.Money;
import dev.cpor.report.NightReport.Earned;
import java.math.BigDecimal;
import java.util.List;

/** All earnings of a night together. */
record Totals(long earnings, Money usd) {
    static Totals of(List<Earned> earned) {
        return new Totals(
                earned.stream().mapToLong(Earned::earnings).sum(),
                Money.usd(earned.stream().map(sum -> sum.usd().amount()).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
