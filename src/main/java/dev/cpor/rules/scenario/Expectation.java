package dev.cpor.rules.scenario;

import dev.cpor.domain.ReasonCode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row expects of its claim and of its line. What is null is not compared.
 *
 * @param rule the rule that is meant, empty where the row means none
 */
record Expectation(
        Row row,
        int lineNo,
        String rule,
        @Nullable Set<Act> acts,
        @Nullable Set<ReasonCode> reasons,
        @Nullable BigDecimal amount,
        @Nullable Currency amountCurrency) {

    /** Says whether anything is compared. */
    boolean isSomething() {
        return acts != null || reasons != null || amount != null || amountCurrency != null;
    }
}
