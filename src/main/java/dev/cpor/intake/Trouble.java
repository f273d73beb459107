package dev.cpor.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Says in our words why the reading of a file broke off. */
final class Trouble {
    private Trouble() {}

    /**
     * Explains an exception of the parser.
     *
     * @return the rest of a sentence that begins with the file's name
     * @throws IOException if the bytes themselves could not be read
     * @throws RuntimeException the given one, if it is not about the file
     */
    static String of(RuntimeException thrown, RecordHandler<?> handler, Path path) throws IOException {
        if (thrown.getCause() instanceof UnreadableFile unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
        if (thrown.getCause() instanceof NotUtf8 notUtf8) {
            return notUtf8.explain(path);
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            throw unchecked.getCause();
        }
        if (thrown instanceof CsvParseException && thrown.getCause() == null) {
            return ofParser(String.valueOf(thrown.getMessage()), handler.fieldLine());
        }
        throw thrown;
    }

    /** The parser names the line of the record; in a record of many lines, that of the field is the one to look at. */
    private static String ofParser(String message, long line) {
        if (message.startsWith("Unclosed quoted field")) {
            return "the quote that begins in line %d never closes; close it, or double a quote that belongs to the text."
                    .formatted(line);
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return ("the quoted field that begins in line %d goes on after its closing quote; double a quote that"
                            + " belongs to the text, and close the field where it ends.")
                    .formatted(line);
        }
        if (message.contains("maximum buffer size")) {
            return ("the field that begins in line %d has more than about %d characters; if a quote begins there, it may"
                            + " never close.")
                    .formatted(line, FeedFile.MAX_FIELD);
        }
        return "line %d cannot be read (%s).".formatted(line, message);
    }
}
