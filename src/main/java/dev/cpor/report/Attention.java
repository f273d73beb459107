package dev.cpor.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cpor.report.NightReport.Decisions;
import dev.cpor.report.NightReport.Intake;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that somebody should look at.
 *
 * @param what what was found, as {@code 12 rejects}
 * @param command the command that shows it
 * @param lasts whether the nights after tell it too, as long as it is so
 */
public record Attention(
        String what, String command, @JsonIgnore boolean lasts) {

    /**
     * Finds what needs attention in a night: refused feed files, rejects, quarantined claims, missed ones and held earnings.
     *
     * @param run the number of the run
     * @return nothing when all is well
     */
    public static List<Attention> of(long run, Intake intake, Decisions decisions) {
        return of("cpor runs show " + run, true, intake, decisions);
    }

    /** Finds the same in a dry run, of which no command can show anything later: it lists all that needs attention itself. */
    public static List<Attention> ofDryRun(Intake intake, Decisions decisions) {
        return of("listed above", false, intake, decisions);
    }

    private static List<Attention> of(String show, boolean stays, Intake intake, Decisions decisions) {
        List<Attention> all = new ArrayList<>();
        long refused =
                intake.feeds().stream().filter(feed -> feed.refusal() != null).count();
        add(all, refused, "feed file was refused", "feed files were refused", show, false);
        add(all, intake.rejected(), "reject", "rejects", show, false);
        add(all, decisions.quarantined().size(), "claim is in quarantine", "claims are in quarantine", show, false);
        add(
                all,
                decisions.scope().missed().size(),
                "claim was decided that the query for due claims had missed",
                "claims were decided that the query for due claims had missed",
                show,
                false);
        List<String> held = decisions.held().stream()
                .map(NightReport.HeldClaim::claimId)
                .distinct()
                .toList();
        add(
                all,
                held.size(),
                "claim is held",
                "claims are held",
                stays && held.size() == 1 ? "cpor claims show " + held.get(0) : show,
                true);
        return List.copyOf(all);
    }

    private static void add(List<Attention> all, long count, String one, String many, String command, boolean lasts) {
        if (count > 0) {
            all.add(new Attention(Telling.count(count) + " " + (count == 1 ? one : many), command, lasts));
        }
    }
}
