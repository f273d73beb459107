package dev.cpor.job;

import java.util.List;

/** The night crosses a limit of the brake; it has written no decision. */
final class Braked extends RuntimeException {
    private final transient List<String> crossed;

    /**
     * @param sentence which limit, the figures, which rules, and how to go on
     * @param crossed the limits that it crosses, to stand after "it"
     */
    Braked(String sentence, List<String> crossed) {
        super(sentence);
        this.crossed = crossed;
    }

    List<String> crossed() {
        return crossed;
    }
}
