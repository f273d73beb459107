package dev.cpor.payout.sign;

import dev.cpor.domain.ClearFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** A public key with which signatures are verified. */
public final class VerifyingKey {
    /** 64 bytes in base64, without a line feed or with the one that ends the line. */
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9+/]{85}[AQgw]==\\n?");

    private final PublicKey key;

    private VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a public key.
     *
     * @param file PEM, as {@code openssl pkey -pubout} writes it
     * @throws ClearFailure if it cannot be read, or holds something else, a private key included
     */
    public static VerifyingKey read(Path file) {
        Pem pem = Pem.read(file);
        if (pem.label().equals(Pem.PUBLIC_KEY)) {
            try {
                return new VerifyingKey(
                        KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(pem.der())));
            } catch (GeneralSecurityException e) {
                throw notOne(file, "a public key of another kind");
            }
        }
        if (pem.label().endsWith(Pem.PRIVATE_KEY)) {
            throw new ClearFailure(
                    "The key file %s holds a private key, which nobody needs who verifies; name the public key of the pair."
                            .formatted(file));
        }
        throw notOne(file, pem.label().isEmpty() ? "no key in PEM" : "a block \"" + pem.label() + "\"");
    }

    /** Says whether these bytes are a signature by their form; by whom, and of what, is not asked. */
    public static boolean isWellFormed(byte[] signature) {
        return LINE.matcher(text(signature)).matches();
    }

    /** Says whether the signature is one of this content by the private key of the pair. */
    public boolean isSignature(byte[] signature, byte[] content) {
        if (!isWellFormed(signature)) {
            return false;
        }
        try {
            Signature verifying = Signature.getInstance(SigningKey.ALGORITHM);
            verifying.initVerify(key);
            verifying.update(content);
            return verifying.verify(Base64.getDecoder().decode(text(signature).strip()));
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime must have Ed25519.", e);
        }
    }

    private static String text(byte[] signature) {
        return new String(signature, StandardCharsets.ISO_8859_1);
    }

    private static ClearFailure notOne(Path file, String found) {
        return new ClearFailure(
                "The key file %s holds %s, but must hold a public key of Ed25519 in PEM, such as openssl pkey -pubout writes."
                        .formatted(file, found));
    }
}
