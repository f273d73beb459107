package dev.cpor.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of a currency is worth.
 *
 * @param usdRate USD for one unit of the currency, with at most 6 decimals
 */
public record ExchangeRate(Currency currency, LocalDate rateDate, BigDecimal usdRate) {}
