package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a connection to the broker is encrypted. There is no secret among its keys.
 *
 * @param trustStore the store (PKCS#12 or JKS) with the certificates that the broker's is checked against; null for those that
 *     Java trusts
 * @param trustStorePasswordEnv the environment variable that holds its password; null for a store without one
 * @param keyStore the store with the key that shows the broker who connects; null for none
 * @param keyStorePasswordEnv the environment variable that holds its password; null for a store without one
 */
public record TlsSettings(
        @Nullable Path trustStore,
        @Nullable String trustStorePasswordEnv,
        @Nullable Path keyStore,
        @Nullable String keyStorePasswordEnv) {
    /** Refuses empty paths, passwords without a store, and what is no name of an environment variable. */
    @JsonCreator
    public TlsSettings {
        check("trustStore", trustStore, trustStorePasswordEnv);
        check("keyStore", keyStore, keyStorePasswordEnv);
    }

    private static void check(String key, @Nullable Path store, @Nullable String passwordEnv) {
        if (store != null && store.toString().isBlank()) {
            throw new InvalidSetting(key, "%s is empty, but must be the path of a store, or null".formatted(key));
        }
        String envKey = key + "PasswordEnv";
        if (passwordEnv != null && store == null) {
            throw new InvalidSetting(envKey, "%s is set, but %s is not; set both or neither".formatted(envKey, key));
        }
        if (passwordEnv != null && !passwordEnv.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            // Somebody may have written the password itself, so it is not repeated.
            throw new InvalidSetting(
                    envKey,
                    "%s must be the name of an environment variable that holds the password, such as CPOR_BROKER_STORE_PASSWORD"
                            .formatted(envKey));
        }
    }
}
