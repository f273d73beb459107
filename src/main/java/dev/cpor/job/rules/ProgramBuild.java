package dev.cpor.job.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Tells builds of the program apart: two of the same classes, resources and libraries decide the same. */
public final class ProgramBuild {
    /** Maven writes it beside the classes, wherever they are packed afterwards. */
    private static final String FILE = "build.sha256";

    private ProgramBuild() {}

    /** Returns the SHA-256 of this build; the same text for all whose classes were compiled by other means than Maven. */
    public static String own() {
        try (InputStream file = ProgramBuild.class.getResourceAsStream(FILE)) {
            return file == null ? "(not built by Maven)" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
