package dev.cpor.faults;

import dev.cpor.cli.FolderTexts;
import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.store.claim.ClaimHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that nights leave behind for others.
 *
 * @param claims what {@code claims list} prints
 * @param histories by claim ID
 * @param files the text of each payout file and each list of rejects, by its path under {@code out}
 * @param counts what the runs counted, by run, topic, label and reason
 */
public record Outcome(
        String claims,
        Map<String, List<ClaimHistory.Entry>> histories,
        Map<String, String> files,
        List<String> counts,
        List<String> notices) {

    public static Outcome of(Sandbox sandbox, OpenDatabase database) {
        return new Outcome(
                sandbox.run("claims", "list", "--format", "csv").out(),
                sandbox.histories(),
                files(sandbox.out()),
                database.rows("select run, topic, label, reason, sum(amount) from tally"
                        + " group by run, topic, label, reason order by run, topic, label, reason"),
                database.rows("select claim_id, notice.version, kind, recipient, queued_on from notice"
                        + " join claim on claim.id = claim order by claim_id, version, kind"));
    }

    private static Map<String, String> files(Path out) {
        Map<String, String> files = FolderTexts.below(out);
        // The report of a run tells how long it took, and whether it was restarted.
        files.keySet().removeIf(name -> Path.of(name).getFileName().toString().startsWith("report."));
        return files;
    }
}
