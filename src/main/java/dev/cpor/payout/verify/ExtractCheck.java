package dev.cpor.payout.verify;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.IoReason;
import dev.cpor.payout.Column;
import dev.cpor.payout.Extract;
import dev.cpor.payout.Manifest;
import dev.cpor.payout.Totals;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Reads one CSV once, from its first byte to its last, and puts everything in it before the checks. */
final class ExtractCheck {
    private static final int COLUMNS = Column.all().size();

    private final String file;
    private final ReadManifest manifest;
    private final CurrencyRules currencies;
    private final EarningLedger ledger;
    private final Discrepancies found;
    private final ManifestTotalsCheck totals;
    private final AmountCheck amountCheck;
    private final List<RowCheck> rowChecks;
    private long line = 1;

    private ExtractCheck(ReadManifest manifest, CurrencyRules currencies, EarningLedger ledger, Discrepancies found) {
        Extract extract = manifest.extract();
        Manifest content = manifest.manifest();
        this.file = PayoutFolder.csv(extract);
        this.manifest = manifest;
        this.currencies = currencies;
        this.ledger = ledger;
        this.found = found;
        this.totals = new ManifestTotalsCheck();
        this.amountCheck = new AmountCheck(extract.businessDate());
        this.rowChecks = List.of(
                new RowIdentityCheck(extract, content == null ? null : content.ruleset()),
                new RowOrderCheck(),
                new RowTextCheck(),
                new RowSubjectCheck());
    }

    /** Returns what the rows add up to. */
    static Totals check(
            PayoutFolder folder,
            ReadManifest manifest,
            CurrencyRules currencies,
            EarningLedger ledger,
            Discrepancies found) {
        return new ExtractCheck(manifest, currencies, ledger, found).check(folder);
    }

    private Totals check(PayoutFolder folder) {
        ledger.beginFile(file);
        try (InspectedBytes bytes =
                new InspectedBytes(Files.newInputStream(folder.path(file)), new CsvLayout(file, found))) {
            boolean readToTheEnd = readRecords(bytes);
            String sha256 = bytes.sha256OfAll();
            Manifest content = manifest.manifest();
            if (content != null) {
                if (!content.sha256().equals(sha256)) {
                    found.add(file, "its SHA-256 is " + sha256 + ", but its manifest says " + content.sha256());
                }
                if (readToTheEnd) {
                    totals.compareWith(content, manifest.name(), found);
                }
            }
        } catch (IOException e) {
            found.add(file, "it cannot be read (" + IoReason.of(e) + ")");
        }
        return totals.totals();
    }

    private boolean readRecords(InspectedBytes bytes) throws IOException {
        // The reader is not closed: what it leaves unread still counts for the SHA-256.
        CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        try {
            boolean header = true;
            for (CsvRecord each : records) {
                line = each.getStartingLineNumber();
                if (header && !HeaderCheck.isRight(each.getFields(), file, found)) {
                    return false;
                }
                if (!header) {
                    checkRow(each.getFields());
                }
                header = false;
            }
            if (header) {
                found.add(file, "it is empty, expected was at least its header");
            }
            return !header;
        } catch (CsvParseException e) {
            return broken(e);
        } catch (UncheckedIOException e) {
            return broken(e);
        }
    }

    private boolean broken(RuntimeException e) throws IOException {
        if (e.getCause() instanceof CharacterCodingException) {
            found.add(file, line, "what follows this line is not UTF-8, so it was not read");
        } else if (e.getCause() instanceof IOException cause) {
            throw cause;
        } else {
            found.add(file, line, "what follows this line breaks the rules of RFC 4180 for quotes, so it was not read");
        }
        return false;
    }

    private void checkRow(List<String> fields) {
        totals.countRow();
        if (fields.size() != COLUMNS) {
            wrong("the record has " + fields.size() + " fields, expected were " + COLUMNS);
            totals.missAmounts();
            return;
        }
        Row row = new Row(line, fields);
        for (RowCheck check : rowChecks) {
            check.check(row, this::wrong);
        }
        Amounts amounts = Amounts.of(row, currencies, this::wrong);
        if (amounts == null) {
            totals.missAmounts();
            return;
        }
        amountCheck.check(row, amounts, this::wrong);
        totals.add(amounts);
        ledger.add(row, amounts);
    }

    private void wrong(String what) {
        found.add(file, line, what);
    }
}
