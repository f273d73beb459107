package dev.cpor.payout.verify;

import dev.cpor.payout.SignatureFile;
import dev.cpor.payout.sign.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Each manifest and control file has a signature that one of the keys can verify. Without a key, a signature that is there must
 * look like one, and that is all.
 */
final class SignatureCheck {
    private static final long LONGEST = 1000;

    private final PayoutFolder folder;
    private final List<VerifyingKey> keys;
    private final Discrepancies found;
    private int valid;

    SignatureCheck(PayoutFolder folder, List<VerifyingKey> keys, Discrepancies found) {
        this.folder = folder;
        this.keys = keys;
        this.found = found;
    }

    void check(String file, byte[] content) {
        String name = SignatureFile.nameFor(file);
        if (!folder.hasSignature(file)) {
            if (!keys.isEmpty()) {
                found.add(
                        file,
                        "it has no signature, expected was " + name + "; find out whether a night wrote it, and"
                                + " sign the folder with: cpor payout sign DIR --key FILE");
            }
            return;
        }
        try {
            Path path = folder.path(name);
            byte[] signature = Files.size(path) > LONGEST ? new byte[0] : Files.readAllBytes(path);
            if (!VerifyingKey.isWellFormed(signature)) {
                found.add(name, "it is no signature, expected was one line of base64 for 64 bytes");
            } else if (keys.stream().anyMatch(key -> key.isSignature(signature, content))) {
                valid++;
            } else if (!keys.isEmpty()) {
                found.add(
                        name,
                        "it is no signature of " + file + " by the key that was given, so that file was changed"
                                + " after it was signed, or another key signed it");
            }
        } catch (IOException e) {
            found.add(name, "it cannot be read (" + e + ")");
        }
    }

    /** Returns how many signatures were found valid. */
    int valid() {
        return valid;
    }
}
