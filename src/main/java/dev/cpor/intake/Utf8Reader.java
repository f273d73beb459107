package dev.cpor.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 strictly and says which byte is wrong, which the readers of the JDK do not. A byte order mark at the
 * beginning is left out.
 */
final class Utf8Reader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private long bytesBefore;
    private boolean atBeginning = true;
    private boolean atEnd;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException(
                    "There must be room for a pair of surrogates, but it is " + length + ".");
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            if (result.isError()) {
                throw new NotUtf8(bytesBefore + bytes.position(), bytes.get(bytes.position()) & 0xFF);
            }
            int count = withoutByteOrderMark(target, offset, chars.position() - offset);
            if (count > 0) {
                return count;
            }
            if (atEnd) {
                return -1;
            }
            chars.position(offset);
            fetch();
        }
    }

    private int withoutByteOrderMark(char[] target, int offset, int count) {
        if (!atBeginning || count == 0) {
            return count;
        }
        atBeginning = false;
        if (target[offset] != BYTE_ORDER_MARK) {
            return count;
        }
        System.arraycopy(target, offset + 1, target, offset, count - 1);
        return count - 1;
    }

    private void fetch() throws IOException {
        bytesBefore += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            atEnd = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
