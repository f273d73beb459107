package dev.cpor.architecture.canary;

import jakarta.jms.Message;

/** Only the broker's package knows messages. */
public record KnowsMessages(Message message) {}
