package dev.cpor.rules.grid;

import dev.cpor.rules.vocabulary.incentive.Line;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What can exist of one kind of record that rules ask about. */
interface Population {
    /** Returns the states in which it can be; null stands for a record without one. */
    List<@Nullable State> states();

    /** Adds or takes away values, so that they go together. */
    void complete(SortedMap<String, List<Object>> values);

    /** Returns those of the values to try that depend on one another. */
    Set<String> related();

    /** Says whether there can be a record with these values of what is related. */
    boolean isPossible(Choice related);

    /** Returns the record with these values; what is related is possible. */
    Record make(long number, @Nullable State state, Choice choice);

    /**
     * Tells a record to a reader.
     *
     * @param properties what the rules that it is an example for ask about
     */
    String inWords(Record made, Set<String> properties);

    static Population of(Class<? extends Record> fact) {
        if (fact == Line.class) {
            return new Lines();
        }
        return fact == dev.cpor.rules.vocabulary.incentive.Claim.class ? new AssessedClaims() : new OpenClaims();
    }
}
