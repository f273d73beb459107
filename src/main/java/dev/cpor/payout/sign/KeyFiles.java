package dev.cpor.payout.sign;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * A new pair of keys, in two files.
 *
 * @param privateKey for whoever signs; readable by its owner only
 * @param publicKey for whoever verifies
 */
public record KeyFiles(Path privateKey, Path publicKey) {
    private static final String PRIVATE_NAME = "payout-private-key.pem";
    private static final String PUBLIC_NAME = "payout-public-key.pem";

    /**
     * Makes a pair of keys.
     *
     * @param folder created when it is missing
     * @throws ClearFailure if one of the files is there already, which is never overwritten, or cannot be written
     */
    public static KeyFiles make(Path folder) {
        KeyFiles files = new KeyFiles(folder.resolve(PRIVATE_NAME), folder.resolve(PUBLIC_NAME));
        refuseExisting(files.privateKey);
        refuseExisting(files.publicKey);
        KeyPair pair = pair();
        try {
            Files.createDirectories(folder);
            write(files.privateKey, new Pem(Pem.PRIVATE_KEY, pair.getPrivate().getEncoded()), "rw-------");
            write(files.publicKey, new Pem(Pem.PUBLIC_KEY, pair.getPublic().getEncoded()), "rw-r--r--");
        } catch (IOException e) {
            throw new ClearFailure(
                    "The keys could not be written to %s (%s); name a folder that this user may write to."
                            .formatted(folder, IoReason.of(e)),
                    e);
        }
        return files;
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime must have Ed25519.", e);
        }
    }

    /** The file has its rights from its first moment on. */
    private static void write(Path file, Pem pem, String rights) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)))) {
            ByteBuffer bytes = ByteBuffer.wrap(pem.text().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ClearFailure(
                    "The key file %s is there already and is not overwritten; use it, or name another folder."
                            .formatted(file));
        }
    }
}
