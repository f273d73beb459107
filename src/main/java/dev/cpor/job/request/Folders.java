package dev.cpor.job.request;

import java.nio.file.Path;

/**
 * Where a night finds what it needs and leaves what it writes.
 *
 * @param inbox the feed files
 * @param rules the analysts' rules
 * @param jobs the operators' settings
 * @param out payout files and run reports
 */
public record Folders(Path inbox, Path rules, Path jobs, Path out) {
    /** Returns the folder of the extracts. */
    public Path payout() {
        return out.resolve("payout");
    }
}
