package dev.cpor.payout.export;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.payout.Extract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes another file of an extract's CSV, with the same rows and columns in the same order and the same text in each; needs no
 * database. Rows are read and written one by one, and what was written is compared with the sums of the manifest.
 */
public final class Exporting {
    private final Path payoutFolder;
    private final ExportFormat format;
    private final Path into;

    /**
     * @param payoutFolder where extracts are that are named without a folder, or by their date
     * @param into the folder of the new files; created when it is missing
     */
    public Exporting(Path payoutFolder, ExportFormat format, Path into) {
        this.payoutFolder = payoutFolder;
        this.format = format;
        this.into = into;
    }

    /**
     * Exports every extract of a business date, by program.
     *
     * @return the new files
     * @throws ClearFailure if there is none, or one cannot be exported
     */
    public List<Path> export(LocalDate businessDate) {
        List<Path> extracts = new ArrayList<>();
        Path folder = payoutFolder.resolve(businessDate.toString());
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "payout-*.csv")) {
                files.forEach(extracts::add);
            } catch (IOException e) {
                throw new ClearFailure(
                        "The folder %s cannot be read (%s); make it readable for this user."
                                .formatted(folder, IoReason.of(e)),
                        e);
            }
        }
        if (extracts.isEmpty()) {
            throw new ClearFailure("There is no extract of %s in %s; see those that there are with: cpor payout list."
                    .formatted(businessDate, payoutFolder));
        }
        return extracts.stream().sorted().map(this::export).toList();
    }

    /**
     * Exports one extract. An earlier export of it is replaced.
     *
     * @param csv its CSV, or the name alone for the one in the payout folder
     * @return the new file
     * @throws ClearFailure if it is not there or not complete, or cannot be exported
     */
    public Path export(Path csv) {
        FoundExtract extract = FoundExtract.at(located(csv));
        if (extract.manifest().rows() > format.mostRows()) {
            throw new ClearFailure("%s has %d rows, but a sheet holds at most %d; export it as parquet."
                    .formatted(extract.csv(), extract.manifest().rows(), format.mostRows()));
        }
        String name = String.valueOf(extract.csv().getFileName()).replaceFirst("\\.csv$", format.suffix());
        Path target = into.resolve(name);
        try {
            Files.createDirectories(into);
            removeLeftovers("." + name + ".");
            write(extract, target, into.resolve("." + name + "." + UUID.randomUUID() + ".tmp"));
            return target;
        } catch (UncheckedIOException e) {
            throw notWritten(target, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private void write(FoundExtract extract, Path target, Path temporary) throws IOException {
        try {
            switch (format) {
                case PARQUET -> ParquetFile.write(extract, temporary);
                case XLSX -> XlsxFile.write(extract, temporary);
            }
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Path located(Path csv) {
        if (csv.getParent() != null) {
            return csv;
        }
        return Extract.named(csv.toString())
                .map(extract ->
                        payoutFolder.resolve(extract.businessDate().toString()).resolve(csv))
                .orElse(csv);
    }

    private void removeLeftovers(String beginning) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(into, file -> {
            String name = String.valueOf(file.getFileName());
            return name.startsWith(beginning) && name.endsWith(".tmp");
        })) {
            for (Path leftover : files) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static ClearFailure notWritten(Path target, IOException e) {
        return new ClearFailure(
                "The file %s could not be written (%s), so nothing of it is there; mend that and run the same command again."
                        .formatted(target, IoReason.of(e)),
                e);
    }
}
