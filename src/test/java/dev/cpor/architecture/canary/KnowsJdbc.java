package dev.cpor.architecture.canary;

import java.sql.Connection;

/** Only the store and the server know connections. */
public record KnowsJdbc(Connection connection) {}
