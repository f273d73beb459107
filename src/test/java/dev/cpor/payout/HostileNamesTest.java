package dev.cpor.payout;

import static dev.cpor.payout.AnEarning.RULESET;
import static dev.cpor.payout.AnEarning.anEarning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.Activity;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Money;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.SolutionArea;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million texts that are as bad as a feed can bring them, written by the extract's writer and read by another library. */
class HostileNamesTest {
    private static final int FIELDS = 1_000_000;
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");
    private static final Extract EXTRACT = new Extract(Program.OSU, DATE, 1);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money ONE = new Money(new BigDecimal("1.00"), EUR);
    private static final ExchangeRate RATE = new ExchangeRate(EUR, DATE, BigDecimal.ONE);
    /** The columns that hold texts from outside, in the order in which an earning's texts are drawn. */
    private static final List<Column> TEXTS = List.of(
            Column.CLAIM_ID,
            Column.PARTICIPANT_ID,
            Column.PARTICIPANT_NAME,
            Column.PARTNER_COUNTRY_CODE,
            Column.CUSTOMER_ID,
            Column.CUSTOMER_NAME,
            Column.CUSTOMER_COUNTRY,
            Column.PRODUCT_NAME,
            Column.SUBSCRIPTION_ID,
            Column.LEVER,
            Column.REASON_CODE,
            Column.REVERSES_EARNING_ID,
            Column.RULE_NAME);

    @TempDir
    Path folder;

    @Test
    void aMillionOfThemComeBackUnchanged() throws IOException {
        long seed = Long.getLong("cpor.seed", System.nanoTime());
        System.out.println("HostileNamesTest: -Dcpor.seed=" + seed);
        SortedMap<String, Long> rows = new TreeMap<>(CodePointOrder::compare);
        Random seeds = new Random(seed);
        while (rows.size() * TEXTS.size() < FIELDS) {
            long row = seeds.nextLong();
            rows.put(defended(HostileText.random(new Random(row)) + "-1-1"), row);
        }

        new ExtractWriter(folder, RULESET, 1)
                .write(EXTRACT, rows.values().stream().map(row -> earning(texts(row))), null);

        long compared = 0;
        try (Reader reader = Files.newBufferedReader(csv(), StandardCharsets.UTF_8);
                CSVParser read = CSVFormat.RFC4180.parse(reader)) {
            Iterator<CSVRecord> records = read.iterator();
            assertThat(records.next().values()).containsExactly(Column.headers());
            for (long row : rows.values()) {
                CSVRecord record = records.next();
                List<String> texts = texts(row);
                for (int i = 0; i < texts.size(); i++, compared++) {
                    String found = record.get(TEXTS.get(i).ordinal());
                    if (!found.equals(defended(texts.get(i)))) {
                        assertThat(found).as("seed %d, %s", seed, record).isEqualTo(defended(texts.get(i)));
                    }
                }
            }
            assertThat(records.hasNext()).isFalse();
        }
        assertThat(compared).isGreaterThanOrEqualTo(FIELDS);
    }

    /** A feed cannot bring half a character: it would not be UTF-8, and its file is refused whole. */
    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D"})
    void halfACharacterIsNeverWritten(String half) throws IOException {
        Stream<Earning> earnings = Stream.of(
                anEarning().ofClaim("C-1").build(),
                anEarning().ofClaim("C-2").forCustomer(half).build());

        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> new ExtractWriter(folder, RULESET, 1).write(EXTRACT, earnings, null))
                .withMessageContaining("could not be written");

        try (Stream<Path> files = Files.list(csv().getParent())) {
            assertThat(files).isEmpty();
        }
    }

    private Path csv() {
        return folder.resolve("2026-11-20").resolve(EXTRACT.fileName());
    }

    /** What the defence says, in words of its own. */
    private static String defended(String text) {
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static List<String> texts(long row) {
        Random random = new Random(row);
        return TEXTS.stream().map(column -> HostileText.random(random)).toList();
    }

    private static Earning earning(List<String> texts) {
        Iterator<String> next = texts.iterator();
        String claimId = next.next();
        Partner partner =
                new Partner(next.next(), next.next(), next.next(), "EUR", Set.of(Program.OSU), true, Set.of());
        Customer customer = new Customer(next.next(), next.next(), next.next(), false);
        String product = next.next();
        String subscription = next.next();
        Rate rate = new Rate(
                Program.OSU,
                SolutionArea.BUSINESS_APPLICATIONS,
                null,
                Activity.USAGE,
                next.next(),
                Rate.EarningType.FEE,
                Rate.Basis.REVENUE_PERCENT,
                BigDecimal.ONE,
                null,
                DATE,
                null);
        String reason = next.next();
        String reverses = next.next();
        return new Earning(
                claimId,
                1,
                1,
                partner,
                Program.OSU,
                customer,
                SolutionArea.BUSINESS_APPLICATIONS,
                product,
                subscription,
                null,
                rate,
                null,
                ONE,
                ONE,
                RATE,
                Money.usd(BigDecimal.ONE),
                DATE,
                reverses,
                reason,
                next.next(),
                RULESET);
    }
}
