package dev.cpor.job.remote;

import java.util.Objects;

/** Which program this is: two of the same version decide the same. */
final class ProgramVersion {
    private ProgramVersion() {}

    /** Returns the version that the jar names. */
    static String own() {
        return Objects.requireNonNullElse(
                ProgramVersion.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
