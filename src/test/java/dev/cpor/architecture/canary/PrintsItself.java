package dev.cpor.architecture.canary;

/** Goes past the console. */
public final class PrintsItself {
    private PrintsItself() {}

    static void print() {
        System.out.println("done");
    }
}
