package dev.cpor.cli;

/** What a command's exit status says. */
final class ExitStatus {
    /** All is done. */
    static final int DONE = 0;

    /** It failed, or found something wrong; nothing half-done is visible. */
    static final int FAILED = 1;

    /** The command was used wrongly. */
    static final int WRONG_USAGE = 2;

    /** All is done, something needs attention, and {@code --strict} was given. */
    static final int ATTENTION = 3;

    private ExitStatus() {}
}
