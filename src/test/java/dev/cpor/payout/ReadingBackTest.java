package dev.cpor.payout;

import static dev.cpor.payout.AnEarning.RULESET;
import static dev.cpor.payout.AnEarning.anEarning;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import dev.cpor.payout.verify.PayoutVerification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingBackTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");
    private static final Extract EXTRACT = new Extract(Program.OSU, DATE, 1);
    private static final List<String> HOSTILE = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "=",
            "+",
            "-",
            "@",
            "'",
            "#",
            " ",
            "\uFEFF",
            "\u202E",
            "\u200F",
            "\uD83D\uDE00",
            "\uD840\uDC00",
            "\u2028",
            "\u0001",
            "é",
            "e\u0301",
            "ß",
            "x",
            "1",
            "");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD", "CLP", "BHD", "CLF");

    @TempDir
    Path folder;

    @Test
    void givesTheSameValuesForRandomRows() throws IOException {
        long seed = Long.getLong("cpor.seed", System.nanoTime());
        System.out.println("ReadingBackTest: -Dcpor.seed=" + seed);
        Random random = new Random(seed);
        TreeMap<String, Earning> sorted = new TreeMap<>(CodePointOrder::compare);
        for (int i = 0; i < 5_000; i++) {
            Earning earning = random(random);
            sorted.put(Column.EARNING_ID.written(earning), earning);
        }

        Written written = new ExtractWriter(folder, RULESET, 1).write(EXTRACT, sorted.values().stream(), null);

        assertThat(written.rows()).isEqualTo(sorted.size());
        Path file = folder.resolve("2026-11-20").resolve(EXTRACT.fileName());
        try (CsvReader<CsvRecord> records =
                        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(file);
                Stream<CsvRecord> read = records.stream()) {
            List<List<String>> expected = Stream.concat(
                            Stream.of(List.of(Column.headers())),
                            sorted.values().stream().map(ReadingBackTest::fields))
                    .toList();
            assertThat(read.map(CsvRecord::getFields).toList())
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
        ControlFile.write(
                folder,
                new Control(DATE, new TreeMap<>(Map.of(EXTRACT.manifestName(), written.manifestSha256())), null),
                null);
        assertThat(PayoutVerification.verify(folder, CurrencyRules.iso4217()).discrepancies())
                .as("seed " + seed)
                .isEmpty();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).endsWith("\r\n");
    }

    @Test
    void ordersByCodePointAsBytesAreOrdered() {
        Random random = new Random(1);
        IntStream.range(0, 20_000).forEach(i -> {
            String a = hostile(random);
            String b = hostile(random);
            assertThat(Integer.signum(CodePointOrder.compare(a, b)))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(
                            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))));
        });
    }

    private static List<String> fields(Earning earning) {
        return Column.all().stream().map(column -> column.written(earning)).toList();
    }

    private static Earning random(Random random) {
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        AnEarning earning = anEarning()
                .ofClaim(hostile(random))
                .ofLine(1 + random.nextInt(20))
                .number(1 + random.nextInt(20))
                .ofPartner(hostile(random))
                .forCustomer(hostile(random))
                .forProduct(hostile(random))
                .byRule(hostile(random))
                .atUsd(currency.equals("USD") ? "1" : decimal(random, 3, 6));
        return random.nextBoolean()
                ? earning.percent(decimal(random, 2, 6), decimal(random, 9, 4), currency)
                        .build()
                : earning.perSeat(decimal(random, 3, 6), 100 + random.nextInt(100_000), currency)
                        .build();
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(10) == 0 ? 200 : 1 + random.nextInt(8);
        while (text.length() < length) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.toString();
    }

    /** Returns a number of up to so many digits before the point, at least 10, with exactly so many after it. */
    private static String decimal(Random random, int digits, int decimals) {
        long whole = 10 + random.nextLong((long) Math.pow(10, digits));
        String fraction = String.valueOf((long) Math.pow(10, decimals) + random.nextInt((int) Math.pow(10, decimals)));
        return whole + "." + fraction.substring(1);
    }
}
