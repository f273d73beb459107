package dev.cpor.payout.delivery;

import dev.cpor.domain.ClearFailure;
import dev.cpor.payout.OnceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that released files are copied to, for whoever fetches them there.
 *
 * @param path created when it is missing
 */
public record DeliveryFolder(Path path) {

    /**
     * Copies files, one after the other: each is there whole or not at all, and the next only after it. One that is there with
     * the same bytes is left alone.
     *
     * @throws ClearFailure if one cannot be copied, is there with other bytes, or is not what was released
     */
    public void deliver(List<ReleasedFile> files) {
        for (ReleasedFile file : files) {
            OnceFile.write(path.resolve(file.name()), file);
        }
    }

    /** Says whether it is inside another folder, or that folder itself, by whatever links. */
    public boolean isInside(Path folder) {
        return followed(path).startsWith(followed(folder));
    }

    /** Follows links as far as the folder is there. */
    private static Path followed(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path there = absolute; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(absolute)).normalize();
            } catch (IOException e) {
                // It is not there, or nobody may look: its parent may tell.
            }
        }
        return absolute;
    }
}
