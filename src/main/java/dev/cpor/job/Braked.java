package dev.cpor.job;

/** The night crosses a limit of the brake; it has written no decision. */
final class Braked extends RuntimeException {
    /** @param sentence which limit, the figures, which rules, and how to go on */
    Braked(String sentence) {
        super(sentence);
    }
}
