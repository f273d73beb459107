package dev.cpor.payout;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Earning;
import dev.cpor.payout.sign.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the extracts of one night: the CSV, then its manifest, and before that its signature where the nights sign. Several
 * programs may be written at the same time.
 */
public final class ExtractWriter {
    private final Path payoutFolder;
    private final String ruleset;
    private final long run;
    private final @Nullable SigningKey key;

    /** Writes extracts without signatures. */
    public ExtractWriter(Path payoutFolder, String ruleset, long run) {
        this(payoutFolder, ruleset, run, null);
    }

    /**
     * @param payoutFolder {@code out/payout}; created when it is missing
     * @param ruleset the fingerprint of the night's rules
     * @param run the number of the night, the same however often it was restarted
     * @param key signs the manifests; null where they are not signed
     */
    public ExtractWriter(Path payoutFolder, String ruleset, long run, @Nullable SigningKey key) {
        this.payoutFolder = payoutFolder;
        this.ruleset = ruleset;
        this.run = run;
        this.key = key;
    }

    /** The SHA-256 of the files of an extract that was delivered. */
    public record Delivered(String csvSha256, String manifestSha256) {}

    /**
     * Writes one extract into the folder of its business date. A file that is there with the same bytes is left as it is,
     * so that a night that was killed can simply be run again.
     *
     * @param sorted at least one earning, sorted as {@link #inOrder} says, all of the extract's program and business date,
     *     all but reversals of the night's rule set; taken one by one and not closed
     * @param previousManifestSha256 of the program's manifest with the sequence before, null for the first
     * @throws ClearFailure when a file cannot be written, or is there with other content
     * @throws IllegalArgumentException when the earnings are not as said; then nothing is written
     */
    public Written write(Extract extract, Stream<Earning> sorted, @Nullable String previousManifestSha256) {
        return write(extract, sorted, previousManifestSha256, null, null);
    }

    /**
     * Does the same with an extract that was delivered before: what would have other bytes is not written.
     *
     * @throws ClearFailure also when the earnings do not give the bytes that were delivered
     */
    public Written writeAgain(
            Extract extract, Stream<Earning> sorted, @Nullable String previousManifestSha256, Delivered delivered) {
        return write(extract, sorted, previousManifestSha256, delivered.csvSha256(), delivered.manifestSha256());
    }

    private Written write(
            Extract extract,
            Stream<Earning> sorted,
            @Nullable String previousManifestSha256,
            @Nullable String csvSha256,
            @Nullable String manifestSha256) {
        if ((extract.sequence() == 1) != (previousManifestSha256 == null)) {
            throw new IllegalArgumentException(
                    "The first extract of a program, and no other, must come without a manifest before it: "
                            + extract.fileName());
        }
        Path folder = payoutFolder.resolve(extract.businessDate().toString());
        Totals totals = new Totals();
        String sha256 = OnceFile.write(
                folder.resolve(extract.fileName()),
                csvSha256,
                out -> writeRows(extract, sorted.iterator(), totals, out));
        Manifest manifest = new Manifest(
                extract,
                extract.fileName(),
                totals.rows(),
                totals.writtenSums(),
                totals.writtenUsd(),
                sha256,
                previousManifestSha256,
                ruleset,
                run);
        String written =
                SignatureFile.writeWith(key, folder.resolve(extract.manifestName()), manifestSha256, manifest.bytes());
        return new Written(extract, totals.rows(), totals.sums(), totals.usd(), sha256, written);
    }

    /**
     * Compares two earnings as their rows are sorted: by earningId as it is written, thus with the {@code '} of one that
     * begins like a formula, as plain text by Unicode code point. {@code C-1-1-10} comes before {@code C-1-1-2}.
     */
    public static int inOrder(Earning a, Earning b) {
        return CodePointOrder.compare(Column.EARNING_ID.written(a), Column.EARNING_ID.written(b));
    }

    private void writeRows(Extract extract, Iterator<Earning> earnings, Totals totals, OutputStream out)
            throws IOException {
        RowGuard guard = new RowGuard(extract, ruleset);
        List<Column> columns = Column.all();
        String[] fields = new String[columns.size()];
        // A new encoder reports what is no Unicode text; the charset's own would write a question mark.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
        csv.writeRecord(Column.headers());
        while (earnings.hasNext()) {
            Earning earning = earnings.next();
            guard.check(earning);
            for (int i = 0; i < fields.length; i++) {
                fields[i] = columns.get(i).written(earning);
            }
            csv.writeRecord(fields);
            totals.add(
                    earning.earned().currency().getCurrencyCode(),
                    earning.earned().amount(),
                    earning.earnedUsd().amount());
        }
        csv.flush();
        if (totals.rows() == 0) {
            throw new IllegalArgumentException("There must be an earning for " + extract.fileName() + ".");
        }
    }
}
