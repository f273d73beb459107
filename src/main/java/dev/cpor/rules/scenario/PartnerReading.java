package dev.cpor.rules.scenario;

import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import java.util.EnumSet;
import java.util.Set;

/** Makes the partner of a case. Where nothing is said of one, nothing of the partner's keeps a claim from earning. */
final class PartnerReading {
    private final EnumSet<SolutionArea> with = EnumSet.noneOf(SolutionArea.class);
    private final EnumSet<SolutionArea> without = EnumSet.noneOf(SolutionArea.class);

    /** Takes note of what a row says about the designation for its line's solution area. */
    void add(Values row, ClaimLine line) {
        if (!row.has(Column.PARTNER_DESIGNATED)) {
            return;
        }
        boolean designated = row.flag(Column.PARTNER_DESIGNATED, true);
        (designated ? with : without).add(line.solutionArea());
        if ((designated ? without : with).contains(line.solutionArea())) {
            row.wrong(
                    Column.PARTNER_DESIGNATED,
                    "another line of %s in this claim says the opposite; a partner has a designation for a solution area or has none"
                            .formatted(line.solutionArea()));
        }
    }

    /** @param whole what the case says about the claim */
    Partner read(Values whole, OpenClaim claim) {
        Set<Program> programs = EnumSet.allOf(Program.class);
        if (!whole.flag(Column.PARTNER_ENROLLED, true)) {
            programs.remove(claim.program());
        }
        return new Partner(
                claim.mpnId(),
                "",
                whole.text(Column.PARTNER_COUNTRY, "US"),
                "USD",
                programs,
                whole.flag(Column.PAYOUT_PROFILE_VALID, true),
                EnumSet.complementOf(without));
    }
}
