package dev.cpor.broker;

import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
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

    /** Makes a message of it that is found by its database. */
    Message toMessage(Session session, String database) throws JMSException {
        MapMessage message = session.createMapMessage();
        message.setStringProperty(DATABASE, database);
        message.setLong(PARTITION, partition);
        message.setInt(ATTEMPT, attempt);
        return message;
    }

    /**
     * Returns the condition that messages about a database meet.
     *
     * @param database letters and digits
     */
    static String selector(String database) {
        return DATABASE + " = '" + database + "'";
    }

    /** Reads a message; nothing for one that is no offer. */
    static Optional<PartitionOffer> of(Message message) throws JMSException {
        if (!(message instanceof MapMessage map) || !map.itemExists(PARTITION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartitionOffer(map.getLong(PARTITION), map.getInt(ATTEMPT)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
