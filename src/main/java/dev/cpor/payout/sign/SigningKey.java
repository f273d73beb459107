package dev.cpor.payout.sign;

import dev.cpor.domain.ClearFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key with which manifests and control files are signed. It is never shown. */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads a private key.
     *
     * @param file PEM, as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws ClearFailure if it cannot be read, or holds something else
     */
    public static SigningKey read(Path file) {
        Pem pem = Pem.read(file);
        if (pem.label().equals(Pem.PRIVATE_KEY)) {
            try {
                return new SigningKey(
                        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pem.der())));
            } catch (GeneralSecurityException e) {
                // The cause may quote what it could not read.
                throw notOne(file, "a private key of another kind");
            }
        }
        throw notOne(file, pem.label().isEmpty() ? "no key in PEM" : "a block \"" + pem.label() + "\"");
    }

    /** Returns what the signature's file holds: base64 on one line. The same key signs the same bytes always alike. */
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            String line = Base64.getEncoder().encodeToString(signature.sign()) + "\n";
            return line.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime must have Ed25519.", e);
        }
    }

    private static ClearFailure notOne(Path file, String found) {
        return new ClearFailure(
                "The key file %s holds %s, but must hold a private key of Ed25519 in PEM; make a pair with: cpor payout keys --into DIR."
                        .formatted(file, found));
    }
}
