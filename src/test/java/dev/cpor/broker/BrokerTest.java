package dev.cpor.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import dev.cpor.job.remote.TestBroker;
import dev.cpor.settings.BrokerAddress;
import dev.cpor.settings.BrokerSettings;
import dev.cpor.settings.TlsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerTest {
    private static final PartitionOffer OFFER = new PartitionOffer(4_000_000_000L, 2);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CPOR_BROKER_USER", TestBroker.USER,
            "CPOR_BROKER_PASSWORD", TestBroker.PASSWORD,
            "STORE_PASSWORD", Stores.PASSWORD);

    @TempDir
    static Path folder;

    private Stores stores;
    private TestBroker broker;

    @BeforeAll
    void start() {
        stores = Stores.in(folder);
        broker = TestBroker.withTls(folder.resolve("broker"), stores.keys(), Stores.PASSWORD);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void bringsAnOfferOfItsDatabaseEncryptedAndAgainUntilItWasDealtWith() throws InterruptedException {
        BlockingQueue<PartitionOffer> offers = new LinkedBlockingQueue<>();
        AtomicInteger failures = new AtomicInteger(2);
        try (OfferSending elsewhere = new OfferSending(settings(trusting()), ENVIRONMENT::get, "elsewhere");
                OfferSending sending = new OfferSending(settings(trusting()), ENVIRONMENT::get, "here");
                OfferListening listening = new OfferListening(
                        settings(trusting()),
                        ENVIRONMENT::get,
                        "here",
                        1,
                        offer -> {
                            if (failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("It is not dealt with.");
                            }
                            offers.add(offer);
                        },
                        note -> {})) {
            elsewhere.send(new PartitionOffer(1, 1));
            assertThat(sending.send(OFFER)).isEmpty();
            listening.start();

            assertThat(offers.poll(30, TimeUnit.SECONDS)).isEqualTo(OFFER);
            assertThat(failures.get()).isEqualTo(-1);
        }
        assertThat(offers).isEmpty();
    }

    @Test
    void talksToNobodyWhoseCertificateIsNotTrusted() {
        try (OfferSending sending =
                new OfferSending(settings(new TlsSettings(null, null, null, null)), ENVIRONMENT::get, "here")) {
            assertThat(sending.tried()).hasValueSatisfying(said -> assertThat(said)
                    .startsWith("The broker at %s does not answer (".formatted(broker.address())));
            assertThat(sending.send(OFFER)).isPresent();
        }
    }

    @Test
    void sendsNoPasswordInTheClear() {
        try (OfferSending sending = new OfferSending(settings(null), ENVIRONMENT::get, "here")) {
            assertThat(sending.tried()).as("it does not speak TLS").isPresent();
        }
    }

    @Test
    void saysWhatIsWrongWithALogin() {
        refuses(
                settings(trusting()),
                Map.of("CPOR_BROKER_USER", "cpor", "CPOR_BROKER_PASSWORD", "wrong", "STORE_PASSWORD", Stores.PASSWORD),
                "The broker at %s refused the login; see CPOR_BROKER_USER and CPOR_BROKER_PASSWORD in the environment."
                        .formatted(broker.address()));
        refuses(
                settings(trusting()),
                Map.of("CPOR_BROKER_PASSWORD", "wrong", "STORE_PASSWORD", Stores.PASSWORD),
                "Of the login at the broker, CPOR_BROKER_USER is not set in the environment;");
    }

    @Test
    void saysWhatIsWrongWithAStore() {
        refuses(
                settings(new TlsSettings(folder.resolve("none.p12"), null, null, null)),
                ENVIRONMENT,
                "The trustStore \"%s\" of the broker in nightly.yaml cannot be read;"
                        .formatted(folder.resolve("none.p12")));
        refuses(
                settings(new TlsSettings(stores.trusted(), "NOT_SET", null, null)),
                ENVIRONMENT,
                "nightly.yaml names the environment variable NOT_SET for the password of a store, but it is not set;");
    }

    private TlsSettings trusting() {
        return new TlsSettings(stores.trusted(), "STORE_PASSWORD", null, null);
    }

    private BrokerSettings settings(@Nullable TlsSettings tls) {
        return new BrokerSettings(List.of(BrokerAddress.of(broker.address())), "cpor.partitions", tls);
    }

    private static void refuses(BrokerSettings settings, Map<String, String> environment, String message) {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> {
                    try (OfferSending sending = new OfferSending(settings, environment::get, "here")) {
                        sending.tried();
                    }
                })
                .withMessageStartingWith(message);
    }
}
