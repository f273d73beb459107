package dev.cpor.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of feed files.
 *
 * @param processedFolder where a feed file is moved after it was read; null when it is left where it is
 */
public record InboxSettings(@Nullable Path processedFolder) {
    /** Refuses an empty path, which would be the folder that the program was started in. */
    public InboxSettings {
        if (processedFolder != null && processedFolder.toString().isBlank()) {
            throw new InvalidSetting(
                    "processedFolder",
                    "processedFolder is empty, but must be a path, or null to leave feed files where they are");
        }
    }

    static InboxSettings defaults() {
        return new InboxSettings(null);
    }
}
