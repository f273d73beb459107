package dev.cpor.job.rules;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import dev.cpor.store.claim.AssessableClaims;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.claim.OpenClaims.IdRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Claims to measure rules with: the first open ones, or made-up ones where none is open. */
final class SampleClaims {
    private static final int MOST = 20_000;
    private static final int MADE_UP = 5_000;
    private static final int PAGE = 2_000;
    private static final int DAYS = 21;
    private static final List<Status> OPEN =
            List.of(Status.SUBMITTED, Status.UNDER_REVIEW, Status.PARTNER_ACTION_REQUIRED, Status.APPROVED);

    private final OpenClaims claims;
    private final AssessableClaims assessables;

    SampleClaims(OpenClaims claims, AssessableClaims assessables) {
        this.claims = claims;
        this.assessables = assessables;
    }

    /** Returns up to 20,000 open claims; none when none is open. */
    List<Assessable> real() {
        List<Assessable> sample = new ArrayList<>();
        long after = 0;
        for (List<OpenClaim> page = claims.page(IdRange.ALL, after, PAGE);
                !page.isEmpty() && sample.size() < MOST;
                page = claims.page(IdRange.ALL, after, PAGE)) {
            sample.addAll(assessables.of(page));
            after = page.get(page.size() - 1).id();
        }
        return sample;
    }

    /** Returns 5,000 claims of every open status, of the three weeks up to a day; always the same. */
    static List<Assessable> madeUp(LocalDate businessDate) {
        return IntStream.rangeClosed(1, MADE_UP)
                .mapToObj(number -> madeUp(number, businessDate))
                .toList();
    }

    private static Assessable madeUp(int number, LocalDate businessDate) {
        Status status = OPEN.get(number % OPEN.size());
        LocalDate since = businessDate.minusDays(number % DAYS);
        OpenClaim claim = new OpenClaim(
                number,
                "C-" + number,
                3,
                "1",
                "1",
                Program.OSU,
                Activity.USAGE,
                status,
                status == Status.APPROVED ? Consent.PENDING : Consent.NONE,
                Incentive.NOT_ASSESSED,
                since,
                since.minusDays(2),
                Set.of());
        ClaimLine line = new ClaimLine(
                1,
                SolutionArea.MODERN_WORK,
                null,
                null,
                "Teams",
                number % 5 == 0 ? Channel.CSP : Channel.DIRECT,
                null,
                number % 400,
                number % 300,
                BigDecimal.valueOf(number),
                Currency.getInstance("USD"));
        return new Assessable(
                claim,
                new Partner("1", "Partner", "US", "USD", Set.of(Program.OSU), true, Set.of(SolutionArea.MODERN_WORK)),
                new Customer("1", "Customer", "US", false),
                List.of(line),
                Map.of());
    }
}
