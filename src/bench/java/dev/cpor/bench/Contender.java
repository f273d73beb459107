package dev.cpor.bench;

import java.time.Duration;
import java.util.Map;

/** One way to make the changes of a night, measured in turn with the others. */
interface Contender {
    /** Returns what the table calls it. */
    String name();

    /**
     * Makes the changes.
     *
     * @return how long each of its stages took, in their order; what prepares it, such as compiling rules, is none
     */
    Map<String, Duration> run(BenchServer server);
}
