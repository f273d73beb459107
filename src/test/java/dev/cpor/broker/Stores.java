package dev.cpor.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key store with a self-signed certificate of 127.0.0.1, and a trust store with that certificate. */
record Stores(Path keys, Path trusted) {
    static final String PASSWORD = "password-of-the-stores";

    static Stores in(Path folder) {
        Stores stores = new Stores(folder.resolve("keys.p12"), folder.resolve("trusted.p12"));
        Path certificate = folder.resolve("broker.pem");
        keytool(stores.keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "san=ip:127.0.0.1");
        keytool(stores.keys, "-exportcert", "-rfc", "-file", certificate.toString());
        keytool(stores.trusted, "-importcert", "-noprompt", "-file", certificate.toString());
        return stores;
    }

    private static void keytool(Path store, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-alias", "broker", "-keystore", store.toString(), "-storepass", PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
