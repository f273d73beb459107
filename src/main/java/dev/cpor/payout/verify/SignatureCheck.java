package dev.cpor.payout.verify;

import dev.cpor.domain.IoReason;
import dev.cpor.payout.SignatureFile;
import dev.cpor.payout.sign.VerifyingKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Each manifest and control file has a signature that one of the keys can verify. Without a key, a signature that is there must
 * look like one, and that is all.
 */
final class SignatureCheck {
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
            Optional<byte[]> signature = SignatureFile.read(folder.path(name));
            if (signature.isEmpty()) {
                found.add(name, "it is no signature, expected was one line of base64 for 64 bytes");
            } else if (keys.stream().anyMatch(key -> key.isSignature(signature.get(), content))) {
                valid++;
            } else if (!keys.isEmpty()) {
                found.add(
                        name,
                        "it is no signature of " + file + " by the key that was given, so that file was changed"
                                + " after it was signed, or another key signed it");
            }
        } catch (IOException e) {
            found.add(name, "it cannot be read (" + IoReason.of(e) + ")");
        }
    }

    /** Returns how many signatures were found valid. */
    int valid() {
        return valid;
    }
}
