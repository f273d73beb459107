package dev.cpor.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import dev.cpor.job.remote.TestBroker;
import dev.cpor.settings.BrokerAddress;
import dev.cpor.settings.BrokerSettings;
import dev.cpor.settings.TlsSettings;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerTest {
    private static final OfferScope HERE = new OfferScope("here", "it's 1");
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
    void bringsAnOfferOfItsDatabaseAndVersionEncryptedAndAgainUntilItWasDealtWith() throws InterruptedException {
        BlockingQueue<PartitionOffer> offers = new LinkedBlockingQueue<>();
        AtomicInteger failures = new AtomicInteger(2);
        try (OfferSending elsewhere = new OfferSending(
                        settings(trusting()), ENVIRONMENT::get, new OfferScope("elsewhere", "it's 1"));
                OfferSending newer =
                        new OfferSending(settings(trusting()), ENVIRONMENT::get, new OfferScope("here", "2"));
                OfferSending sending = new OfferSending(settings(trusting()), ENVIRONMENT::get, HERE);
                OfferListening listening = new OfferListening(
                        settings(trusting()),
                        ENVIRONMENT::get,
                        HERE,
                        1,
                        offer -> {
                            if (failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("It is not dealt with.");
                            }
                            offers.add(offer);
                        },
                        note -> {})) {
            elsewhere.send(new PartitionOffer(1, 1));
            newer.send(new PartitionOffer(2, 1));
            assertThat(sending.send(OFFER)).isEmpty();
            listening.start();

            assertThat(offers.poll(30, TimeUnit.SECONDS)).isEqualTo(OFFER);
            assertThat(failures.get()).isEqualTo(-1);
        }
        assertThat(offers).isEmpty();
        assertThat(broker.waiting()).as("for others").isEqualTo(2);
    }

    @Test
    void aMessageThatIsNoOfferIsLeftAsideAndDoesNotComeAgain() throws Exception {
        OfferScope scope = new OfferScope("malformed", "1");
        BlockingQueue<PartitionOffer> offers = new LinkedBlockingQueue<>();
        List<String> notes = new CopyOnWriteArrayList<>();
        try (Connection connection = new Connecting(settings(trusting()), ENVIRONMENT::get)
                        .factory()
                        .createConnection();
                Session session = connection.createSession();
                OfferListening listening =
                        new OfferListening(settings(trusting()), ENVIRONMENT::get, scope, 1, offers::add, notes::add)) {
            MapMessage notANumber = session.createMapMessage();
            notANumber.setBytes("partition", new byte[] {1});
            MapMessage tooLarge = session.createMapMessage();
            tooLarge.setLong("partition", 1);
            tooLarge.setLong("attempt", 5_000_000_000L);
            MapMessage negative = session.createMapMessage();
            negative.setLong("partition", -1);
            negative.setInt("attempt", 1);
            MessageProducer producer = session.createProducer(session.createQueue("cpor.partitions"));
            for (Message message : List.of(
                    session.createTextMessage("Good evening"),
                    session.createMapMessage(),
                    notANumber,
                    tooLarge,
                    negative,
                    OFFER.toMessage(session, scope))) {
                message.setStringProperty("database_identity", scope.database());
                message.setStringProperty("program_version", scope.program());
                producer.send(message);
            }
            listening.start();

            assertThat(offers.poll(30, TimeUnit.SECONDS)).isEqualTo(OFFER);
        }
        assertThat(notes)
                .hasSize(5)
                .containsOnly("A message in the queue cpor.partitions is no offer of a partition; it is left aside.");
    }

    @Test
    void talksToNobodyWhoseCertificateIsNotTrusted() {
        try (OfferSending sending =
                new OfferSending(settings(new TlsSettings(null, null, null, null)), ENVIRONMENT::get, HERE)) {
            assertThat(sending.tried()).hasValueSatisfying(said -> assertThat(said)
                    .startsWith("The broker at %s does not answer (".formatted(broker.address())));
            assertThat(sending.send(OFFER)).isPresent();
        }
    }

    @Test
    void sendsNoPasswordInTheClear() {
        try (OfferSending sending = new OfferSending(settings(null), ENVIRONMENT::get, HERE)) {
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
    void saysThatAUserMayNotUseTheQueue() {
        BrokerSettings another = new BrokerSettings(
                List.of(BrokerAddress.of(broker.address())), "a.queue.that.is.not.there", trusting());
        Map<String, String> stranger = Map.of(
                "CPOR_BROKER_USER", TestBroker.STRANGER,
                "CPOR_BROKER_PASSWORD", TestBroker.PASSWORD,
                "STORE_PASSWORD", Stores.PASSWORD);
        String sentence =
                "The broker at %s does not let stranger use the queue cpor.partitions: ".formatted(broker.address());
        try (OfferSending allowed = new OfferSending(settings(trusting()), ENVIRONMENT::get, HERE);
                OfferSending sending = new OfferSending(settings(trusting()), stranger::get, HERE)) {
            assertThat(allowed.tried()).as("the queue is there").isEmpty();
            assertThat(sending.send(OFFER))
                    .hasValueSatisfying(said -> assertThat(said).startsWith(sentence));
        }
        refuses(
                another,
                stranger,
                "The broker at %s does not let stranger use the queue a.queue.that.is.not.there: "
                        .formatted(broker.address()));
        try (OfferListening listening =
                new OfferListening(settings(trusting()), stranger::get, HERE, 1, offer -> {}, note -> {})) {
            assertThatExceptionOfType(ClearFailure.class)
                    .isThrownBy(listening::start)
                    .withMessageStartingWith(sentence);
        }
    }

    @Test
    void theNextAddressIsTriedWhereOneDoesNotAnswer() throws Exception {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        BrokerSettings two = new BrokerSettings(
                List.of(BrokerAddress.of("127.0.0.1:" + unused), BrokerAddress.of(broker.address())),
                "cpor.partitions",
                trusting());
        for (int i = 0; i < 4; i++) {
            try (OfferSending sending = new OfferSending(two, ENVIRONMENT::get, HERE)) {
                assertThat(sending.tried()).as("try %d", i).isEmpty();
            }
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotWaitForEverWhereTheDiskIsFull() throws JMSException {
        broker.takesTheDiskForFull(true);
        ActiveMQConnectionFactory patient = new Connecting(settings(trusting()), ENVIRONMENT::get).factory();
        patient.setProducerWindowSize(ActiveMQClient.DEFAULT_PRODUCER_WINDOW_SIZE);
        try (OfferSending sending =
                        new OfferSending(settings(trusting()), ENVIRONMENT::get, new OfferScope("full", "1"));
                Connection connection = patient.createConnection();
                Session session = connection.createSession()) {
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> send(session));
            assertThat(sending.tried()).isEmpty();
            sending.send(OFFER);
            assertThat(waiting).as("a sender that waits for room").isNotDone();
        } finally {
            broker.takesTheDiskForFull(false);
            patient.close();
        }
    }

    private static void send(Session session) {
        try {
            session.createProducer(session.createQueue("cpor.partitions")).send(session.createMapMessage());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void warnsOfAPasswordThatOthersCanReadAlong() {
        assertThat(warning("broker.example.org:61616", null)).hasValueSatisfying(said -> assertThat(said)
                .startsWith("The password goes unencrypted to the broker at broker.example.org:61616;"));
        assertThat(warning("broker.example.org:61616", trusting())).isEmpty();
        assertThat(warning("127.0.0.1:61616", null)).isEmpty();
    }

    private static Optional<String> warning(String address, @Nullable TlsSettings tls) {
        BrokerSettings there = new BrokerSettings(List.of(BrokerAddress.of(address)), "cpor.partitions", tls);
        try (OfferSending sending = new OfferSending(there, ENVIRONMENT::get, HERE)) {
            return sending.warning();
        }
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
                    try (OfferSending sending = new OfferSending(settings, environment::get, HERE)) {
                        sending.tried();
                    }
                })
                .withMessageStartingWith(message);
    }
}
