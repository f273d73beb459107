package dev.cpor.rules;

/** What a rule would call that never ends; public because the code that Drools generates calls it. */
public final class Endless {
    private Endless() {}

    /** Never returns, unless its thread is interrupted. */
    public static boolean never() throws InterruptedException {
        while (true) {
            Thread.sleep(10_000);
        }
    }
}
