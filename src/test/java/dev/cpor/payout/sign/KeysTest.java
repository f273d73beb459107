package dev.cpor.payout.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    /** Made with {@code openssl genpkey -algorithm ed25519}, for this test and nothing else. */
    private static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIH+apG0yY9y4etK4TOxzFU2hB7xkPuhA4Ng6cwuEhGKg
            -----END PRIVATE KEY-----
            """;

    /** Of the same pair, with {@code openssl pkey -pubout}. */
    private static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAooteUR59ycbK5jhIrBMWnvFg2HZMuPrbn3jGbnPUP5w=
            -----END PUBLIC KEY-----
            """;

    private static final String OF_ANOTHER_KIND = """
            -----BEGIN PUBLIC KEY-----
            MEMwBQYDK2VxAzoAPBCgeIX3Z3LL3XMfH59lKUA3uTQZ/jFQZVpruxPex8LTmkqt
            zFolisbDE+chh1TQUCldMVUGzc+A
            -----END PUBLIC KEY-----
            """;

    private static final byte[] CONTENT = "a manifest\n".getBytes(US_ASCII);

    /** With {@code openssl pkeyutl -sign -rawin} and {@code base64 -w0}. */
    private static final byte[] SIGNATURE =
            "GEPFei+hyKL6BP1ceTIxdDBPyKouinivcmO2qn2d7GCccFC2XN8j5eJ0arksKxUA5QFWfJ4ZNWKq1c/AL0h4Cw==\n"
                    .getBytes(US_ASCII);

    @TempDir
    Path folder;

    @Test
    void signsAsOpensslDoes() throws IOException {
        assertThat(SigningKey.read(file("key.pem", PRIVATE)).sign(CONTENT)).isEqualTo(SIGNATURE);
    }

    @Test
    void verifiesWhatOpensslSigned() throws IOException {
        VerifyingKey key = VerifyingKey.read(file("key.pem", "The key of finance:\n" + PUBLIC.replace("\n", "\r\n")));

        assertThat(key.isSignature(SIGNATURE, CONTENT)).isTrue();
        assertThat(key.isSignature(SIGNATURE, "another manifest\n".getBytes(US_ASCII)))
                .isFalse();
        assertThat(key.isSignature("A".repeat(86).concat("==").getBytes(US_ASCII), CONTENT))
                .isFalse();
        assertThat(key.isSignature(new byte[0], CONTENT)).isFalse();
    }

    @Test
    void makesAPairWhosePrivateFileIsForItsOwnerOnly() throws IOException {
        KeyFiles files = KeyFiles.make(folder.resolve("new"));

        byte[] signature = SigningKey.read(files.privateKey()).sign(CONTENT);
        assertThat(VerifyingKey.read(files.publicKey()).isSignature(signature, CONTENT))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.privateKey())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(files.privateKey()))
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void overwritesNoKey() throws IOException {
        KeyFiles files = KeyFiles.make(folder);
        String before = Files.readString(files.privateKey());
        Files.delete(files.publicKey());

        assertThatThrownBy(() -> KeyFiles.make(folder))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("payout-private-key.pem is there already and is not overwritten");
        assertThat(Files.readString(files.privateKey())).isEqualTo(before);
        assertThat(files.publicKey()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            private | nothing     | does not exist
            private | text        | holds no key in PEM, but must hold a private key of Ed25519
            private | public      | holds a block "PUBLIC KEY", but must hold a private key of Ed25519
            private | garbage     | holds a private key of another kind, but must hold a private key of Ed25519
            public  | nothing     | does not exist
            public  | text        | holds no key in PEM, but must hold a public key of Ed25519
            public  | private     | holds a private key, which nobody needs who verifies; name the public key of the pair
            public  | other       | holds a public key of another kind, but must hold a public key of Ed25519
            """)
    void saysWhatAKeyFileHolds(String wanted, String content, String said) throws IOException {
        Path file = folder.resolve("key.pem");
        switch (content) {
            case "text" -> file("key.pem", "Dear colleague,\n");
            case "public" -> file("key.pem", PUBLIC);
            case "private" -> file("key.pem", PRIVATE);
            case "other" -> file("key.pem", OF_ANOTHER_KIND);
            case "garbage" -> file("key.pem", PRIVATE.replace("MC4CAQAwBQYDK2Vw", "MC4CAQAwBQYDK2Vx"));
            default -> assertThat(file).doesNotExist();
        }

        assertThatThrownBy(() -> {
                    if (wanted.equals("private")) {
                        SigningKey.read(file);
                    } else {
                        VerifyingKey.read(file);
                    }
                })
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(said)
                .hasMessageNotContainingAny("MC4C", "H+apG0", "\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
