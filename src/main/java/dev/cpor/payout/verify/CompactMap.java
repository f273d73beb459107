package dev.cpor.payout.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map from text to text that only grows and is exact, for tens of millions of entries: the bytes one after the other in
 * large chunks, and a table of their addresses with open addressing.
 */
final class CompactMap {
    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int HEADER = 4;
    private static final int LONGEST = 0xFFFF;
    /** The upper 24 bits of a slot are of the hash, so that hardly any comparison is for nothing; 0 is an empty slot. */
    private static final int ADDRESS_BITS = 40;

    private static final long ADDRESS_MASK = (1L << ADDRESS_BITS) - 1;

    private final List<ByteBuffer> chunks = new ArrayList<>();
    private long[] slots = new long[1 << 12];
    private int size;

    /** Adds an entry, unless the key is there: then nothing changes and its value is returned. Both: 65,535 bytes at most. */
    @Nullable
    String putIfAbsent(String key, String value) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        long hash = hash(bytes, 0, bytes.length);
        int slot = slotOf(bytes, hash);
        if (slots[slot] != 0) {
            return valueAt(slots[slot]);
        }
        slots[slot] = slot(hash, append(bytes, value.getBytes(StandardCharsets.UTF_8)));
        if (++size > slots.length / 3 * 2) {
            grow();
        }
        return null;
    }

    /** Returns null where the key is not there. */
    @Nullable
    String get(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        long slot = slots[slotOf(bytes, hash(bytes, 0, bytes.length))];
        return slot == 0 ? null : valueAt(slot);
    }

    private int slotOf(byte[] key, long hash) {
        int mask = slots.length - 1;
        int i = (int) hash & mask;
        while (slots[i] != 0 && !holds(slots[i], key, hash)) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private boolean holds(long slot, byte[] key, long hash) {
        if (slot >>> ADDRESS_BITS != hash >>> ADDRESS_BITS) {
            return false;
        }
        ByteBuffer chunk = chunkOf(slot);
        int at = offsetOf(slot);
        int begin = chunk.arrayOffset() + at + HEADER;
        return keyLength(chunk, at) == key.length
                && Arrays.equals(chunk.array(), begin, begin + key.length, key, 0, key.length);
    }

    private String valueAt(long slot) {
        ByteBuffer chunk = chunkOf(slot);
        int at = offsetOf(slot);
        int begin = at + HEADER + keyLength(chunk, at);
        int length = Short.toUnsignedInt(chunk.getShort(at + 2));
        return new String(chunk.array(), chunk.arrayOffset() + begin, length, StandardCharsets.UTF_8);
    }

    private long append(byte[] key, byte[] value) {
        if (key.length > LONGEST || value.length > LONGEST) {
            throw new IllegalArgumentException("Key and value must have at most " + LONGEST + " bytes.");
        }
        ByteBuffer last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (last == null || last.remaining() < HEADER + key.length + value.length) {
            last = ByteBuffer.allocate(CHUNK);
            chunks.add(last);
        }
        long address = ((long) (chunks.size() - 1) << CHUNK_BITS) + last.position();
        last.putShort((short) key.length)
                .putShort((short) value.length)
                .put(key)
                .put(value);
        return address;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot != 0) {
                ByteBuffer chunk = chunkOf(slot);
                int at = offsetOf(slot);
                int i = (int) hash(chunk.array(), chunk.arrayOffset() + at + HEADER, keyLength(chunk, at)) & mask;
                while (slots[i] != 0) {
                    i = (i + 1) & mask;
                }
                slots[i] = slot;
            }
        }
    }

    private ByteBuffer chunkOf(long slot) {
        return chunks.get((int) (addressOf(slot) >>> CHUNK_BITS));
    }

    private static int offsetOf(long slot) {
        return (int) addressOf(slot) & (CHUNK - 1);
    }

    private static long addressOf(long slot) {
        return (slot & ADDRESS_MASK) - 1;
    }

    private static long slot(long hash, long address) {
        return (hash >>> ADDRESS_BITS << ADDRESS_BITS) | (address + 1);
    }

    private static int keyLength(ByteBuffer chunk, int at) {
        return Short.toUnsignedInt(chunk.getShort(at));
    }

    /** FNV-1a, stirred once more so that both ends of it can be used. */
    private static long hash(byte[] bytes, int begin, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = begin; i < begin + length; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
