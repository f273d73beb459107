package dev.cpor.rules;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules and claims for tests. */
public final class RuleFixture {
    public static final Path SHIPPED = Path.of("rules");
    public static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZoneOffset.UTC,
            2025,
            2027,
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A Friday. */
    public static final LocalDate TONIGHT = LocalDate.of(2026, 11, 20);

    public static final String LIFECYCLE = """
            rule "Nothing happens"
            when $claim : Claim(status == Status.EDITING)
            then decide.escalate($claim, REVIEW_START_OVERDUE);
            end
            """;
    public static final String INCENTIVE = """
            rule "The line earns"
            when $line : Line(rateFits)
            then decide.earn($line);
            end
            """;
    public static final String HEADER =
            "program,solution_area,product,activity,lever,earning_type,basis,rate,currency,valid_from,valid_to\n";

    private RuleFixture() {}

    public static CompiledRules shipped() {
        return CompiledRules.compile(RuleFolder.read(SHIPPED), CALENDAR, TIMEOUT);
    }

    public static RuleText rules(String lifecycle) {
        return rules(lifecycle, INCENTIVE, HEADER);
    }

    public static RuleText rules(String lifecycle, String incentive, String rateCard) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("lifecycle/a.drl", lifecycle.getBytes(StandardCharsets.UTF_8));
        files.put("incentive/b.drl", incentive.getBytes(StandardCharsets.UTF_8));
        files.put("incentive/rate-card.csv", rateCard.getBytes(StandardCharsets.UTF_8));
        return new RuleText(files);
    }

    public static OpenClaim claim(
            long id, Status status, Consent consent, LocalDate since, @Nullable LocalDate submitted) {
        return new OpenClaim(
                id,
                "C-" + id,
                3,
                "mpn",
                "tenant",
                Program.OSU,
                Activity.USAGE,
                status,
                consent,
                Incentive.NOT_ASSESSED,
                since,
                submitted,
                Set.of());
    }

    public static OpenClaim claim(Status status, LocalDate since) {
        return claim(1, status, status == Status.APPROVED ? Consent.PENDING : Consent.NONE, since, since);
    }

    /** Returns the day since which so many business days have passed tonight. */
    public static LocalDate businessDaysAgo(int count) {
        LocalDate day = TONIGHT;
        while (CALENDAR.businessDaysBetween(day, TONIGHT) < count) {
            day = day.minusDays(1);
        }
        return day;
    }

    public static Partner partner(boolean payable, Set<Program> programs, Set<SolutionArea> designations) {
        return new Partner("mpn", "Contoso", "DE", "EUR", programs, payable, designations);
    }

    public static Partner goodPartner() {
        return partner(true, Set.of(Program.values()), Set.of(SolutionArea.values()));
    }

    public static Assessable assessable(Program program, Activity activity, Partner partner, ClaimLine... lines) {
        OpenClaim claim = new OpenClaim(
                1,
                "C-1",
                5,
                "mpn",
                "tenant",
                program,
                activity,
                Status.APPROVED,
                Consent.PENDING,
                Incentive.NOT_ASSESSED,
                TONIGHT.minusDays(8),
                TONIGHT.minusDays(20),
                Set.of());
        return new Assessable(claim, partner, new Customer("tenant", "Fabrikam", "FR", true), List.of(lines), Map.of());
    }

    public static ClaimLine modernWork(int lineNo, long seats) {
        return new ClaimLine(
                lineNo,
                SolutionArea.MODERN_WORK,
                null,
                null,
                "Teams",
                Channel.DIRECT,
                null,
                seats,
                100,
                new BigDecimal("1000.00"),
                Currency.getInstance("EUR"));
    }

    public static ClaimLine business(int lineNo, Channel channel, @Nullable SubscriptionState state) {
        return new ClaimLine(
                lineNo,
                SolutionArea.BUSINESS_APPLICATIONS,
                "Dynamics 365 Sales",
                "sub-" + lineNo,
                null,
                channel,
                state,
                10,
                10,
                new BigDecimal("1000.00"),
                Currency.getInstance("EUR"));
    }
}
