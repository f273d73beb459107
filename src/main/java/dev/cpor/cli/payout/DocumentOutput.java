package dev.cpor.cli.payout;

import dev.cpor.account.Document;
import dev.cpor.account.DocumentFormat;
import dev.cpor.account.Documents;
import dev.cpor.cli.session.Console;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a document is written, and where: to standard output, or into a file. */
final class DocumentOutput {
    @Option(names = "--format", defaultValue = "table", description = "table, csv, json or html (default: table).")
    private DocumentFormat format = DocumentFormat.TABLE;

    @Option(names = "--into", paramLabel = "FILE", description = "Write to this file instead of standard output.")
    private @Nullable Path into;

    void write(Document document, Console console) {
        if (into == null) {
            Documents.write(document, format, console.out());
            return;
        }
        try (Writer out = Files.newBufferedWriter(into)) {
            Documents.write(document, format, out);
        } catch (IOException e) {
            throw cannot(into, e);
        } catch (UncheckedIOException e) {
            throw cannot(into, Objects.requireNonNull(e.getCause()));
        }
        console.err().printf("\"%s\" is in %s.%n", document.title(), into);
    }

    private static ClearFailure cannot(Path into, IOException e) {
        return new ClearFailure(
                "The file %s cannot be written (%s); name another one with --into.".formatted(into, IoReason.of(e)), e);
    }
}
