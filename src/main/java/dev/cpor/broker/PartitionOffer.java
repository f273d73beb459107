package dev.cpor.broker;

import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.Session;
import java.util.Optional;

/**
 * What a message says: that a partition waits for somebody to evaluate it. All else is in the database.
 *
 * @param partition the number of its step execution
 * @param attempt the number of the attempt that it is offered for
 */
public record PartitionOffer(long partition, int attempt) {
    private static final String PARTITION = "partition";
    private static final String ATTEMPT = "attempt";
    private static final String DATABASE = "database_identity";
    private static final String PROGRAM = "program_version";

    /** Makes a message of it that is found by whom it is for. */
    Message toMessage(Session session, OfferScope scope) throws JMSException {
        MapMessage message = session.createMapMessage();
        message.setStringProperty(DATABASE, scope.database());
        message.setStringProperty(PROGRAM, scope.program());
        message.setLong(PARTITION, partition);
        message.setInt(ATTEMPT, attempt);
        return message;
    }

    /** Returns the condition that messages for somebody meet. */
    static String selector(OfferScope scope) {
        return "%s = %s and %s = %s".formatted(DATABASE, literal(scope.database()), PROGRAM, literal(scope.program()));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Reads a message; nothing for one that is no offer, whatever is wrong with it: it would only come again. */
    static Optional<PartitionOffer> of(Message message) throws JMSException {
        if (!(message instanceof MapMessage map)) {
            return Optional.empty();
        }
        try {
            PartitionOffer offer = new PartitionOffer(map.getLong(PARTITION), map.getInt(ATTEMPT));
            return Optional.of(offer).filter(it -> it.partition > 0 && it.attempt > 0);
        } catch (MessageFormatException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
