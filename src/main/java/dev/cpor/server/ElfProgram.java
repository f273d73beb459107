package dev.cpor.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A Linux program file. Nine tenths of the packed server are debug information behind everything that is ever loaded, and
 * unpacking them takes five seconds of each first start. The header says where the loaded part ends (elf(5)).
 */
final class ElfProgram {
    private static final int HEAD = 64 * 1024;
    private static final int MAGIC = 0x464C457F;
    private static final int CLASS = 4;
    private static final int BYTE_ORDER = 5;
    private static final int PROGRAM_HEADERS = 32;
    private static final int SECTION_HEADERS = 40;
    private static final int PROGRAM_HEADER_SIZE = 54;
    private static final int PROGRAM_HEADER_COUNT = 56;
    private static final int SECTION_COUNT = 60;
    private static final int SEGMENT_OFFSET = 8;
    private static final int SEGMENT_SIZE = 32;

    private ElfProgram() {}

    /** Copies what is loaded when the program runs, and names no sections; a file of another kind is copied as it is. */
    static void copyWithoutDebugInformation(InputStream in, OutputStream out) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (head.length < HEAD || header.getInt(0) != MAGIC || head[CLASS] != 2 || head[BYTE_ORDER] != 1) {
            out.write(head);
            in.transferTo(out);
            return;
        }
        long end = endOfLoadedPart(header);
        header.putLong(SECTION_HEADERS, 0);
        header.putInt(SECTION_COUNT, 0);
        out.write(head);
        copy(in, out, end - HEAD);
    }

    private static long endOfLoadedPart(ByteBuffer header) {
        long end = HEAD;
        int at = Math.toIntExact(header.getLong(PROGRAM_HEADERS));
        for (int i = 0; i < header.getShort(PROGRAM_HEADER_COUNT); i++) {
            end = Math.max(end, header.getLong(at + SEGMENT_OFFSET) + header.getLong(at + SEGMENT_SIZE));
            at += header.getShort(PROGRAM_HEADER_SIZE);
        }
        return end;
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[HEAD];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the packed server ends " + left + " bytes too early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
