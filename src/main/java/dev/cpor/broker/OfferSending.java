package dev.cpor.broker;

import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.BrokerSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.JmsException;
import org.springframework.jms.JmsSecurityException;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** Sends offers to the broker. */
public final class OfferSending implements AutoCloseable {
    /** Of nights that are over, nothing is to be left in the queue. Long, for the broker may go by another clock. */
    private static final Duration LIFE = Duration.ofDays(1);

    private final Connecting connecting;
    private final CachingConnectionFactory connections;
    private final JmsTemplate template;
    private final OfferScope scope;

    /**
     * @param environment returns the value of an environment variable, or null
     * @param scope whom the offers are for
     * @throws ClearFailure if a key store or an environment variable is missing
     */
    public OfferSending(BrokerSettings settings, UnaryOperator<@Nullable String> environment, OfferScope scope) {
        this.scope = scope;
        this.connecting = new Connecting(settings, environment);
        this.connections = new CachingConnectionFactory(connecting.factory());
        this.template = new JmsTemplate(connections);
        template.setDefaultDestinationName(connecting.queue());
        template.setExplicitQosEnabled(true);
        template.setDeliveryPersistent(true);
        template.setTimeToLive(LIFE.toMillis());
    }

    /**
     * Tries to connect, and to find the queue. Whether messages may be sent to it only shows when one is.
     *
     * @return a sentence that says why the broker does not answer, or nothing when it does
     * @throws ClearFailure if it answers and refuses the login or the queue
     */
    public Optional<String> tried() {
        return connecting
                .tried((session, queue) -> session.createProducer(queue).close())
                .map(connecting::away);
    }

    /** Returns a sentence that warns of a password that others can read along, if there is one. */
    public Optional<String> warning() {
        return connecting.warning();
    }

    /**
     * Sends an offer.
     *
     * @return a sentence that says why it could not be sent, or nothing when it was
     */
    public Optional<String> send(PartitionOffer offer) {
        try {
            template.send(session -> offer.toMessage(session, scope));
            return Optional.empty();
        } catch (JmsSecurityException e) {
            return Optional.of(connecting.refusal(e));
        } catch (JmsException e) {
            connections.resetConnection();
            return Optional.of(connecting.away(Connecting.reason(e)));
        }
    }

    @Override
    public void close() {
        connections.destroy();
        connecting.factory().close();
    }
}
