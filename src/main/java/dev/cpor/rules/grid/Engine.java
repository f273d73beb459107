package dev.cpor.rules.grid;

import java.util.List;
import java.util.Map;

/** Compiled rules that can be asked about records. The first component of a record is its place in the list that is asked about. */
public interface Engine {
    /** Returns what the rules find. */
    Answers ask(List<Record> records);

    /**
     * Returns by the text of each condition of a rule, in their order, the first record that meets all conditions but this one;
     * those for which there is none are missing.
     */
    Map<String, Integer> lackingOne(String rule, List<Record> records);
}
