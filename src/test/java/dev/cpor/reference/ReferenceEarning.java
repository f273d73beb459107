package dev.cpor.reference;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What one claim line earned; amounts have exactly their currency's minor units, USD has cents. */
record ReferenceEarning(
        String earningId,
        String claimId,
        int lineNo,
        String program,
        String lever,
        String earningType,
        BigDecimal rate,
        BigDecimal amount,
        String currency,
        BigDecimal usd,
        BigDecimal exchangeRate,
        LocalDate exchangeRateDate,
        LocalDate earningDate) {}
