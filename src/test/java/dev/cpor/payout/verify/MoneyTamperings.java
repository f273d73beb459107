package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
import static dev.cpor.payout.verify.APayoutFolder.SECOND;

import java.util.List;
import java.util.stream.Stream;

/** Amounts and reversals that were changed. */
final class MoneyTamperings {
    private MoneyTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(amounts(), reversals()).flatMap(List::stream);
    }

    private static List<Tampering> amounts() {
        return List.of(
                new Tampering(
                        "an amount has a decimal less",
                        f -> f.forge(FIRST, t -> t.replace(",92.59,", ",92.6,")),
                        FIRST + ".csv, line 4",
                        "2 decimals of EUR"),
                new Tampering(
                        "yen have decimals",
                        f -> f.forge(FIRST, t -> t.replace(",12193,", ",12193.00,")),
                        FIRST + ".csv, line 6",
                        "0 decimals of JPY"),
                new Tampering(
                        "an amount is grouped",
                        f -> f.forge(FIRST, t -> t.replace(",12193,", ",\"12,193\",")),
                        FIRST + ".csv, line 6",
                        "plain number"),
                new Tampering(
                        "an amount has an exponent",
                        f -> f.forge(FIRST, t -> t.replace(",98765,", ",9.8765E4,")),
                        FIRST + ".csv, line 6",
                        "plain number"),
                new Tampering(
                        "an amount is raised",
                        f -> f.forge(FIRST, t -> t.replace(",92.59,", ",93.59,")),
                        FIRST + ".csv, line 4",
                        "not what earningRate gives"),
                new Tampering(
                        "an amount is raised with its rate",
                        f -> f.forge(
                                FIRST, t -> t.replace(",185.175,", ",370.350,").replace(",1.2345,", ",2.4690,")),
                        FIRST + ".manifest.json",
                        "sums {EUR=92.59, JPY=12193, KWD=185.175, USD=100.00}"),
                new Tampering(
                        "a currency is changed",
                        f -> f.forge(FIRST, t -> t.replace("EUR", "GBP")),
                        FIRST + ".manifest.json",
                        "GBP=92.59"),
                new Tampering(
                        "a currency is unknown",
                        f -> f.forge(FIRST, t -> t.replace("EUR", "EUX")),
                        FIRST + ".csv, line 4",
                        "ISO 4217"),
                new Tampering(
                        "a USD amount is raised",
                        f -> f.forge(FIRST, t -> t.replace(",100.46,", ",100.47,")),
                        FIRST + ".csv, line 4",
                        "earningAmountUSD is 100.47"),
                new Tampering(
                        "the sums are changed in the manifest",
                        f -> {
                            f.change(
                                    FIRST + ".manifest.json",
                                    t -> t.replace("\"EUR\": \"92.59\"", "\"EUR\": \"92.58\""));
                            f.mendChains();
                        },
                        FIRST + ".manifest.json",
                        "EUR=92.58"),
                new Tampering(
                        "the USD sum is changed in the manifest",
                        f -> {
                            f.change(
                                    FIRST + ".manifest.json",
                                    t -> t.replaceFirst("\"sumUSD\": \"[0-9.]+\"", "\"sumUSD\": \"1.00\""));
                            f.mendChains();
                        },
                        FIRST + ".manifest.json",
                        "sumUSD 1.00"),
                new Tampering(
                        "the rows are changed in the manifest",
                        f -> {
                            f.change(FIRST + ".manifest.json", t -> t.replace("\"rows\": 4", "\"rows\": 5"));
                            f.mendChains();
                        },
                        FIRST + ".manifest.json",
                        "5 rows"),
                new Tampering(
                        "an exchange rate has zeros at the end",
                        f -> f.forge(FIRST, t -> t.replace(",1.085,", ",1.0850,")),
                        FIRST + ".csv, line 4",
                        "earningExchangeRate"),
                new Tampering(
                        "an exchange rate is of a later day",
                        f -> f.forge(FIRST, t -> t.replaceFirst("1.085,2026-11-19", "1.085,2026-11-21")),
                        FIRST + ".csv, line 4",
                        "exchangeRateDate"),
                new Tampering(
                        "a quantity has no type",
                        f -> f.forge(FIRST, t -> t.replace(",150,Seats,", ",150,,")),
                        FIRST + ".csv, line 5",
                        "quantityType"));
    }

    private static List<Tampering> reversals() {
        return List.of(
                new Tampering(
                        "a reversal names nothing that was paid",
                        f -> f.forge(SECOND, t -> t.replace("C-1-1-1", "C-1-1-7")),
                        SECOND + ".csv, line 2",
                        "no extract before it holds"),
                new Tampering(
                        "a reversal takes back another amount",
                        f -> f.forge(SECOND, t -> t.replace("C-1-1-1", "C-2-1-1")),
                        SECOND + ".csv, line 2",
                        "takes back 92.59 EUR (100.46 USD), expected was just the 185.175 KWD (601.82 USD)"),
                new Tampering(
                        "a reversal is positive",
                        f -> f.forge(SECOND, t -> t.replace("-92.59", "92.59")),
                        SECOND + ".csv, line 2",
                        "a reversal must be negative"),
                new Tampering(
                        "a reversal has the quantity that was paid for",
                        f -> f.forge(SECOND, t -> t.replace(",-150,Seats", ",150,Seats")),
                        SECOND + ".csv, line 3",
                        "the quantity is 150, but a reversal must be negative"),
                new Tampering(
                        "a reversal has the revenue that was paid for",
                        f -> f.forge(SECOND, t -> t.replace(",-1234.57,EUR", ",1234.57,EUR")),
                        SECOND + ".csv, line 2",
                        "the transactionAmount is 1234.57, but a reversal must be negative"),
                new Tampering(
                        "an earning has a negative quantity",
                        f -> f.forge(FIRST, t -> t.replace(",150,Seats", ",-150,Seats")),
                        FIRST + ".csv, line 5",
                        "the quantity is -150, but"),
                new Tampering(
                        "an earning is reversed twice",
                        f -> f.forge(SECOND, t -> t.replaceFirst("C-1-1-2(,.*\r\n)", "C-1-1-2$1C-1-1-3$1")),
                        SECOND + ".csv, line 3",
                        "C-1-1-2 has reversed already"),
                new Tampering(
                        "a reversal gives no reason",
                        f -> f.forge(SECOND, t -> t.replace("CLAWBACK", "")),
                        SECOND + ".csv, line 2",
                        "reasonCode"));
    }
}
