package dev.cpor.payout;

import static dev.cpor.payout.AnEarning.RULESET;
import static dev.cpor.payout.AnEarning.anEarning;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * An extract full of hostile names, in currencies with each number of minor units, with amounts of up to 15 digits.
 *
 * @param csv where it is
 * @param written what its writer says of it
 */
public record HostileExtract(Path csv, Written written) {
    private static final Extract EXTRACT = new Extract(Program.OSU, LocalDate.parse("2026-11-20"), 1);
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "KWD", "CLF");

    /** Writes it into a payout folder. */
    public static HostileExtract in(Path payoutFolder) {
        TreeMap<String, Earning> sorted = new TreeMap<>(CodePointOrder::compare);
        List<String> texts = HostileText.all();
        for (int i = 0; i < texts.size(); i++) {
            Earning earning = earning(texts.get(i), i);
            sorted.put(Column.EARNING_ID.written(earning), earning);
        }
        Written written = new ExtractWriter(payoutFolder, RULESET, 1).write(EXTRACT, sorted.values().stream(), null);
        return new HostileExtract(payoutFolder.resolve("2026-11-20").resolve(EXTRACT.fileName()), written);
    }

    private static Earning earning(String text, int i) {
        String currency = CURRENCIES.get(i % CURRENCIES.size());
        AnEarning earning = anEarning()
                .ofClaim(text + i)
                .ofPartner(text)
                .forCustomer(text)
                .forProduct(text)
                .byRule(text)
                .atUsd(currency.equals("USD") ? "1" : "1.234567");
        return i % 2 == 0
                ? earning.perSeat("0.012345", 100_000 + i, currency).build()
                : earning.percent("7.123456", "98765432109.8765", currency).build();
    }

    /** Returns the fields of each row as an independent reader finds them, without the header, in the order of their text. */
    public List<List<String>> rows() {
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.parse(reader).stream()
                    .skip(1)
                    .map(CSVRecord::toList)
                    .sorted(Comparator.comparing(List::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
