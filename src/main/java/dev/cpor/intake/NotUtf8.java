package dev.cpor.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file holds a byte that is not part of any UTF-8 character. */
final class NotUtf8 extends IOException {
    private final long offset;
    private final int found;

    /**
     * @param offset the number of bytes before it
     * @param found the byte, 0 to 255
     */
    NotUtf8(long offset, int found) {
        super("byte 0x%02X at offset %d".formatted(found, offset));
        this.offset = offset;
        this.found = found;
    }

    /** Says where the byte is; the file is read once more for it, so that good files need no counting of lines. */
    String explain(Path path) throws IOException {
        long line = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            int last = 0;
            for (long at = 0; at < offset; at++) {
                int next = in.read();
                if (next == '\r' || (next == '\n' && last != '\r')) {
                    line++;
                }
                last = next;
            }
        }
        return "line %d has the byte 0x%02X (byte %d of the file), which is not UTF-8; save the file as UTF-8."
                .formatted(line, found, offset + 1);
    }
}
