package dev.cpor.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where released files go.
 *
 * @param folder the folder that they are copied to; null for {@code delivery} in the folder of {@code --out}
 * @param sftp the server that they are sent to as well; null for none
 */
public record DeliverySettings(
        @Nullable Path folder, @Nullable SftpSettings sftp) {
    /** Refuses an empty path, which would be the folder that the program was started in. */
    public DeliverySettings {
        if (folder != null && folder.toString().isBlank()) {
            throw new InvalidSetting(
                    "folder", "folder is empty, but must be a path, or null for delivery in the folder of --out");
        }
    }

    static DeliverySettings defaults() {
        return new DeliverySettings(null, null);
    }
}
