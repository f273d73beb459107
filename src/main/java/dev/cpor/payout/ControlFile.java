package dev.cpor.payout;

import dev.cpor.domain.ClearFailure;
import dev.cpor.payout.sign.SigningKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes {@code control.json}, the last file of every night. */
public final class ControlFile {
    /** The file's name in the folder of its business date. */
    public static final String NAME = "control.json";

    private ControlFile() {}

    /**
     * Writes the control file of a night, also of one that paid nothing, and removes what killed runs left in the folder.
     * Written before with the same content, it is left as it is.
     *
     * @param payoutFolder {@code out/payout}
     * @param key signs it; null where nights do not sign
     * @return the SHA-256 of the control file
     * @throws ClearFailure when it cannot be written, or is there with other content
     */
    public static String write(Path payoutFolder, Control control, @Nullable SigningKey key) {
        return write(payoutFolder, control, null, key);
    }

    /**
     * Does the same with a control file that was delivered before, without a signature.
     *
     * @param sha256 of what was delivered; other bytes are not written
     * @throws ClearFailure also when it would have other bytes than were delivered
     */
    public static void writeAgain(Path payoutFolder, Control control, String sha256) {
        write(payoutFolder, control, sha256, null);
    }

    private static String write(
            Path payoutFolder, Control control, @Nullable String expected, @Nullable SigningKey key) {
        Path folder = payoutFolder.resolve(control.businessDate().toString());
        String sha256 = SignatureFile.writeWith(key, folder.resolve(NAME), expected, control.bytes());
        OnceFile.removeLeftovers(folder);
        return sha256;
    }
}
