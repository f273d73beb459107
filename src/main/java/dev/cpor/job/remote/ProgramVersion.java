package dev.cpor.job.remote;

import dev.cpor.job.rules.ProgramBuild;
import java.util.Objects;

/** Which program this is: two of the same build decide the same. */
final class ProgramVersion {
    private static final int DIGITS = 12;

    private ProgramVersion() {}

    /** Returns the version that the jar names, and of which build it is. */
    static String own() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        String build = ProgramBuild.own();
        return "%s, build %s"
                .formatted(
                        Objects.requireNonNullElse(version, "(not packaged)"),
                        build.substring(0, Math.min(DIGITS, build.length())));
    }
}
