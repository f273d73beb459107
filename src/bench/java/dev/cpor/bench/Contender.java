package dev.cpor.bench;

import java.time.Duration;
import java.util.Map;

/** One way to make the changes of a night, measured in turn with the others. */
interface Contender {
    /** Returns what the table calls it. */
    String name();

    /** Returns it ready to begin: connected, and with compiled rules where it has some. */
    Ready prepare(BenchServer server);

    /** It is ready to begin. */
    interface Ready extends AutoCloseable {
        /** Makes the changes, and returns how long each of its stages took. */
        Map<String, Duration> run();

        @Override
        void close();
    }
}
