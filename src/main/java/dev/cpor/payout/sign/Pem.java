package dev.cpor.payout.sign;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468), as {@code openssl} writes it.
 *
 * @param label what the block holds, such as {@code PUBLIC KEY}
 * @param der its content
 */
record Pem(String label, byte[] der) {
    static final String PRIVATE_KEY = "PRIVATE KEY";
    static final String PUBLIC_KEY = "PUBLIC KEY";

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    /** A key has some hundred bytes; whatever is much larger is no key, and not read into memory. */
    private static final long LIMIT = 1 << 16;

    /** Reads the first block of a file; a text without any has an empty label. */
    static Pem read(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                return new Pem("", new byte[0]);
            }
            Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return block.find()
                    ? new Pem(block.group(1), Base64.getMimeDecoder().decode(block.group(2)))
                    : new Pem("", new byte[0]);
        } catch (IOException e) {
            throw new ClearFailure(
                    "The key file %s cannot be read (%s); name a file that is there and that this user may read."
                            .formatted(file, IoReason.of(e)),
                    e);
        } catch (IllegalArgumentException e) {
            return new Pem("", new byte[0]);
        }
    }

    String text() {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /** Says what kind of block it is, and nothing of what is in it. */
    @Override
    public String toString() {
        return label;
    }
}
