package dev.cpor.broker;

import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.BrokerAddress;
import dev.cpor.settings.BrokerSettings;
import dev.cpor.settings.TlsSettings;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Makes connections to the broker of the settings. What is secret comes from the environment. */
final class Connecting {
    private static final String USER = "CPOR_BROKER_USER";
    private static final String PASSWORD = "CPOR_BROKER_PASSWORD";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(5);

    private final BrokerSettings settings;
    private final ActiveMQConnectionFactory factory;

    /**
     * @param environment returns the value of an environment variable, or null
     * @throws ClearFailure if a key store or an environment variable is missing
     */
    Connecting(BrokerSettings settings, UnaryOperator<@Nullable String> environment) {
        this.settings = settings;
        Map<String, Object> encryption = encryption(settings.tls(), environment);
        this.factory = new ActiveMQConnectionFactory(
                false,
                settings.addresses().stream()
                        .map(address -> transport(address, encryption))
                        .toArray(TransportConfiguration[]::new));
        String user = environment.apply(USER);
        String password = environment.apply(PASSWORD);
        if ((user == null) != (password == null)) {
            throw new ClearFailure(
                    "Of the login at the broker, %s is not set in the environment; set %s and %s, or neither where the broker asks for none."
                            .formatted(user == null ? USER : PASSWORD, USER, PASSWORD));
        }
        factory.setUser(user);
        factory.setPassword(password);
        factory.setUseTopologyForLoadBalancing(false);
        // A worker takes a partition when it has time for it: none waits in the memory of one that is busy.
        factory.setConsumerWindowSize(0);
        // Whoever uses a connection makes a new one when it is lost, and says so.
        factory.setReconnectAttempts(0);
        // Each attempt is at the next address.
        factory.setInitialConnectAttempts(settings.addresses().size());
        factory.setCallTimeout(CALL.toMillis());
        // Where the broker's disk or memory is full, whoever sends is to hear it, or to get no answer, and not to wait
        // for ever.
        factory.setProducerWindowSize(-1);
    }

    ActiveMQConnectionFactory factory() {
        return factory;
    }

    /** Returns the addresses for messages. */
    String shown() {
        return settings.shown();
    }

    /** Returns a sentence, without its full stop, that says why the broker does not answer. */
    String away(String reason) {
        return "The broker at %s does not answer (%s)".formatted(shown(), reason);
    }

    String queue() {
        return settings.queue();
    }

    /** What a connection is needed for. */
    interface Use {
        /** Does as much of it as leaves nothing behind. */
        void tried(Session session, Queue queue) throws JMSException;
    }

    /**
     * Tries to connect, and to use the queue.
     *
     * @return why the broker does not answer, or nothing when it does
     * @throws ClearFailure if it answers and refuses the login or the use
     */
    Optional<String> tried(Use use) {
        try (Connection connection = connection();
                Session session = connection.createSession()) {
            connection.start();
            use.tried(session, session.createQueue(queue()));
            return Optional.empty();
        } catch (JMSSecurityException e) {
            throw new ClearFailure(
                    refusal(e) + "; give that user the right to send, to consume and to create the queue.", e);
        } catch (JMSException e) {
            return Optional.of(reason(e));
        }
    }

    /** Returns a sentence about a use of the queue that was refused, without its full stop. */
    String refusal(Throwable failure) {
        return "The broker at %s does not let %s use the queue %s: %s"
                .formatted(
                        shown(),
                        Objects.requireNonNullElse(factory.getUser(), "anybody without a login"),
                        queue(),
                        reason(failure));
    }

    private Connection connection() throws JMSException {
        try {
            return factory.createConnection();
        } catch (JMSSecurityException e) {
            throw new ClearFailure(
                    "The broker at %s refused the login; see %s and %s in the environment."
                            .formatted(shown(), USER, PASSWORD),
                    e);
        }
    }

    /** Returns a sentence that warns of a password that others can read along, if there is one. */
    Optional<String> warning() {
        return factory.getPassword() == null || settings.tls() != null
                ? Optional.empty()
                : settings.addresses().stream()
                        .filter(address -> !isOnThisMachine(address.host()))
                        .findFirst()
                        .map(address ->
                                "The password goes unencrypted to the broker at %s; set tls in nightly.yaml, unless nobody else can read along."
                                        .formatted(address));
    }

    private static boolean isOnThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Returns what a failure says, without the code that Artemis begins with and without a full stop. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.lines()
                .findFirst()
                .orElse(text)
                .replaceAll("^AMQ\\d+: ", "")
                .replaceAll("\\.$", "");
    }

    private static TransportConfiguration transport(BrokerAddress address, Map<String, Object> encryption) {
        Map<String, Object> parameters = new HashMap<>(encryption);
        parameters.put(TransportConstants.HOST_PROP_NAME, address.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, address.port());
        parameters.put(TransportConstants.NETTY_CONNECT_TIMEOUT, Math.toIntExact(CONNECT.toMillis()));
        return new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters);
    }

    private static Map<String, Object> encryption(
            @Nullable TlsSettings tls, UnaryOperator<@Nullable String> environment) {
        Map<String, Object> parameters = new HashMap<>();
        if (tls != null) {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
            if (tls.trustStore() != null) {
                parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, readable("trustStore", tls.trustStore()));
                putSecret(
                        parameters,
                        TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME,
                        tls.trustStorePasswordEnv(),
                        environment);
            }
            if (tls.keyStore() != null) {
                parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, readable("keyStore", tls.keyStore()));
                putSecret(
                        parameters,
                        TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                        tls.keyStorePasswordEnv(),
                        environment);
            }
        }
        return parameters;
    }

    private static String readable(String key, Path store) {
        if (!Files.isReadable(store)) {
            throw new ClearFailure(
                    "The %s \"%s\" of the broker in nightly.yaml cannot be read; correct the path, or make it readable for this user."
                            .formatted(key, store));
        }
        return store.toAbsolutePath().toString();
    }

    private static void putSecret(
            Map<String, Object> parameters,
            String parameter,
            @Nullable String variable,
            UnaryOperator<@Nullable String> environment) {
        if (variable != null) {
            String value = environment.apply(variable);
            if (value == null) {
                throw new ClearFailure(
                        "nightly.yaml names the environment variable %s for the password of a store, but it is not set; set it."
                                .formatted(variable));
            }
            parameters.put(parameter, value);
        }
    }
}
