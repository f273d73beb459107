package dev.cpor.payout;

import dev.cpor.domain.ClearFailure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes {@code control.json}, the last file of every night. */
public final class ControlFile {
    /** The file's name in the folder of its business date. */
    public static final String NAME = "control.json";

    private ControlFile() {}

    /**
     * Writes the control file of a night, also of one that paid nothing, and removes what killed runs left in the folder.
     * Written before with the same content, it is left as it is.
     *
     * @param payoutFolder {@code out/payout}
     * @param manifests the SHA-256 of each manifest that the night wrote, by its file name
     * @param previousControlSha256 what this method returned for the night completed before, null for the first night
     * @return the SHA-256 of the control file
     * @throws ClearFailure when it cannot be written, or is there with other content
     */
    public static String write(
            Path payoutFolder,
            LocalDate businessDate,
            SortedMap<String, String> manifests,
            @Nullable String previousControlSha256) {
        Path folder = payoutFolder.resolve(businessDate.toString());
        byte[] bytes = new Control(businessDate, manifests, previousControlSha256).bytes();
        String sha256 = OnceFile.write(folder.resolve(NAME), out -> out.write(bytes));
        OnceFile.removeLeftovers(folder);
        return sha256;
    }
}
