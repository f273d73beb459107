package dev.cpor.payout.verify;

import dev.cpor.digest.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** The bytes of a file on their way to a parser: counted into a SHA-256 and looked at for their layout. */
final class InspectedBytes extends FilterInputStream {
    private final MessageDigest digest = Sha256.digest();
    private final CsvLayout layout;

    InspectedBytes(InputStream in, CsvLayout layout) {
        super(in);
        this.layout = layout;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
            layout.accept(buffer, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Takes what the parser left, and returns the SHA-256 of the whole file. */
    String sha256OfAll() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        layout.end();
        return Sha256.of(digest);
    }
}
