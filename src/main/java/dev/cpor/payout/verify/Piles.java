package dev.cpor.payout.verify;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records on piles by a key: all of one key lie on one pile, in the order in which they came. Any number of them needs little
 * memory, because what is too much waits in a temporary file, and piles are taken one by one.
 */
final class Piles implements AutoCloseable {
    private static final int PILES = 512;
    private static final int IN_MEMORY = 32 << 20;

    private final int inMemory;
    private final List<ByteArrayOutputStream> piles =
            IntStream.range(0, PILES).mapToObj(i -> new ByteArrayOutputStream()).toList();
    private final List<List<Part>> stored = IntStream.range(0, PILES)
            .<List<Part>>mapToObj(i -> new ArrayList<>())
            .toList();
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private final DataOutputStream recordFields = new DataOutputStream(record);
    private int size;
    private long fileEnd;
    private @Nullable FileChannel file;

    private record Part(long offset, int length) {}

    interface Record {
        void writeTo(DataOutputStream out) throws IOException;
    }

    interface Pile {
        /** @param in the records of the pile, one after the other */
        void take(DataInputStream in) throws IOException;
    }

    Piles() {
        this(IN_MEMORY);
    }

    /** @param inMemory how many bytes of records may be in memory */
    Piles(int inMemory) {
        this.inMemory = inMemory;
    }

    void add(String key, Record content) {
        try {
            record.reset();
            content.writeTo(recordFields);
            record.writeTo(piles.get(Math.floorMod(key.hashCode(), PILES)));
            size += record.size();
            if (size > inMemory) {
                store();
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Hands out the piles that hold anything, one by one. */
    void forEach(Pile pile) {
        try {
            for (int i = 0; i < PILES; i++) {
                byte[] bytes = bytesOf(i);
                if (bytes.length > 0) {
                    pile.take(new DataInputStream(new ByteArrayInputStream(bytes)));
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void store() throws IOException {
        FileChannel channel = file();
        for (int i = 0; i < PILES; i++) {
            ByteArrayOutputStream pile = piles.get(i);
            if (pile.size() > 0) {
                stored.get(i).add(new Part(fileEnd, pile.size()));
                ByteBuffer bytes = ByteBuffer.wrap(pile.toByteArray());
                while (bytes.hasRemaining()) {
                    fileEnd += channel.write(bytes, fileEnd);
                }
                pile.reset();
            }
        }
        size = 0;
    }

    private byte[] bytesOf(int i) throws IOException {
        int length = stored.get(i).stream().mapToInt(Part::length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length + piles.get(i).size());
        for (Part part : stored.get(i)) {
            bytes.limit(bytes.position() + part.length());
            for (long at = part.offset(); bytes.hasRemaining(); ) {
                int count = file().read(bytes, at);
                if (count < 0) {
                    throw new IOException("the temporary file was cut off");
                }
                at += count;
            }
        }
        bytes.limit(bytes.capacity()).put(piles.get(i).toByteArray());
        return bytes.array();
    }

    private FileChannel file() throws IOException {
        FileChannel there = file;
        if (there == null) {
            Path path = Files.createTempFile("cpor-verify-", ".tmp");
            there = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file = there;
            // It has no name any more, so that nothing of it is left behind, whatever happens to this process.
            Files.delete(path);
        }
        return there;
    }

    private static ClearFailure unusable(IOException e) {
        return new ClearFailure(
                "A temporary file in %s could not be used (%s); see that there is space."
                        .formatted(System.getProperty("java.io.tmpdir"), IoReason.of(e)),
                e);
    }

    @Override
    public void close() {
        try (FileChannel there = file) {
            file = null;
        } catch (IOException e) {
            throw unusable(e);
        }
    }
}
