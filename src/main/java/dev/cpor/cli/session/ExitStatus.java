package dev.cpor.cli.session;

/** What a command's exit status says. */
public final class ExitStatus {
    /** All is done. */
    public static final int DONE = 0;

    /** It failed, or found something wrong; nothing half-done is visible. */
    public static final int FAILED = 1;

    /** The command was used wrongly. */
    public static final int WRONG_USAGE = 2;

    /** All is done, something needs attention, and {@code --strict} was given. */
    public static final int ATTENTION = 3;

    private ExitStatus() {}
}
