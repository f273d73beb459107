package dev.cpor.report;

import dev.cpor.domain.Money;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import dev.cpor.domain.Status;
import dev.cpor.report.NightReport.Action;
import dev.cpor.report.NightReport.Deadline;
import dev.cpor.report.NightReport.Decisions;
import dev.cpor.report.NightReport.Earned;
import dev.cpor.report.NightReport.ExtractFile;
import dev.cpor.report.NightReport.FeedFile;
import dev.cpor.report.NightReport.HeldClaim;
import dev.cpor.report.NightReport.Intake;
import dev.cpor.report.NightReport.Night;
import dev.cpor.report.NightReport.Payout;
import dev.cpor.report.NightReport.QuarantinedClaim;
import dev.cpor.report.NightReport.RejectCount;
import dev.cpor.report.NightReport.RuleCount;
import dev.cpor.report.NightReport.RunStatus;
import dev.cpor.report.NightReport.StatusChange;
import dev.cpor.report.NightReport.StatusCount;
import dev.cpor.report.NightReport.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nights to tell. */
final class ExampleNight {
    private static final String RULESET = "3f2a9c01d4e7b8860f1c5a2e9d7340b1c6e8f2a45d9b7c1e0f3a6b8d2c4e5f70";
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");
    private static final Instant STARTED = Instant.parse("2026-11-21T01:00:03.250Z");

    private ExampleNight() {}

    /** A night of an ordinary Friday, with a bit of everything. */
    static NightReport busy() {
        Intake intake = intake();
        Decisions decisions = decisions();
        Payout payout = payout();
        List<Step> steps = List.of(
                new Step("intake", Duration.ofMillis(12_340), 31_294),
                new Step("evaluate", Duration.ofMillis(9_120), 412_903),
                new Step("payout extract", Duration.ofMillis(1_480), 1_909),
                new Step("run report", Duration.ofMillis(310), 0));
        return new NightReport(
                new Night(7, DATE, RunStatus.COMPLETED, RULESET, STARTED, STARTED.plusMillis(23_480), true, false),
                intake,
                decisions,
                payout,
                Attention.of(7, intake, decisions),
                steps);
    }

    /** A night in which nothing happened. */
    static NightReport quiet() {
        return quiet(Intake.NOTHING);
    }

    /** A night that read nothing and refused rows that had waited for it. */
    static NightReport withLateRejects() {
        return quiet(new Intake(List.of(), List.of(new RejectCount(RejectCode.ALREADY_ASSESSED, 2))));
    }

    private static NightReport quiet(Intake intake) {
        return new NightReport(
                new Night(
                        8,
                        DATE.plusDays(1),
                        RunStatus.COMPLETED,
                        RULESET,
                        STARTED,
                        STARTED.plusMillis(420),
                        false,
                        false),
                intake,
                Decisions.NOTHING,
                Payout.NOTHING,
                Attention.of(8, intake, Decisions.NOTHING),
                List.of());
    }

    /** A night whose every free text is hostile. */
    static NightReport hostile(String text) {
        Intake intake = new Intake(
                List.of(feed(text, "claims", 1, 1, 0, 0, 0), new FeedFile(text + ".csv", text, 0, 0, 0, 0, 0, text)),
                List.of());
        Decisions decisions = new Decisions(
                1,
                NightReport.Scope.EVERY,
                List.of(new RuleCount(text, Action.HELD, ReasonCode.NO_EXCHANGE_RATE, 1)),
                List.of(),
                List.of(),
                List.of(new HeldClaim(text, ReasonCode.NO_EXCHANGE_RATE, 3)),
                List.of(new QuarantinedClaim(text, List.of(text), text)),
                List.of(new Deadline(DATE, Action.REJECTED, text, 1)));
        return new NightReport(
                new Night(9, DATE, RunStatus.FAILED, text, STARTED, null, false, true),
                intake,
                decisions,
                new Payout(List.of(), List.of(), List.of(new ExtractFile(text, 1, List.of(), usd("1.00"), text))),
                List.of(new Attention(text, text, false)),
                List.of(new Step(text, Duration.ofSeconds(1), 1)));
    }

    private static Intake intake() {
        return new Intake(
                List.of(
                        feed("partners-2026-11-20.csv", "partners", 118, 118, 0, 0, 0),
                        feed("customers-2026-11-20.csv", "customers", 1_204, 1_204, 0, 0, 0),
                        feed("exchange-rates-2026-11-20.csv", "exchange-rates", 12, 12, 0, 0, 0),
                        feed("claims-2026-11-20-a.csv", "claims", 2_410, 2_391, 12, 0, 7),
                        feed("claims-2026-11-20-b.csv", "claims", 1_180, 1_180, 0, 0, 0),
                        feed("claim-lines-2026-11-20.csv", "claim-lines", 8_022, 7_998, 18, 6, 0),
                        feed("events-2026-11-20.csv", "events", 18_311, 17_960, 204, 112, 35),
                        new FeedFile(
                                "disputes-2026-11-20.csv",
                                "disputes",
                                0,
                                0,
                                0,
                                0,
                                0,
                                "The header lacks the column opened_at; add it and deliver the file again.")),
                List.of(
                        new RejectCount(RejectCode.STATUS_NOT_ALLOWED, 29),
                        new RejectCount(RejectCode.UNKNOWN_CUSTOMER, 7),
                        new RejectCount(RejectCode.MALFORMED_VALUE, 4),
                        new RejectCount(RejectCode.UNKNOWN_CLAIM, 2)));
    }

    private static Decisions decisions() {
        return new Decisions(
                412_903,
                NightReport.Scope.EVERY,
                List.of(
                        rule(
                                "The partner did not respond within five business days",
                                Action.REJECTED,
                                ReasonCode.NO_PARTNER_RESPONSE,
                                1_204),
                        rule("The customer declined", Action.REJECTED, ReasonCode.CUSTOMER_DECLINED, 61),
                        rule("The consent window has passed", Action.HANDED_OFF, null, 1_530),
                        rule("A rate of the rate card fits the line", Action.EARNED, null, 1_909),
                        rule(
                                "The association is for recognition only",
                                Action.INELIGIBLE,
                                ReasonCode.RECOGNITION_ONLY,
                                212),
                        rule(
                                "The line was sold through a channel that does not count",
                                Action.INELIGIBLE,
                                ReasonCode.CHANNEL_NOT_ELIGIBLE,
                                187),
                        rule(
                                "The subscription is not active",
                                Action.INELIGIBLE,
                                ReasonCode.SUBSCRIPTION_NOT_ACTIVE,
                                44),
                        rule(
                                "The partner's payout profile is not valid",
                                Action.HELD,
                                ReasonCode.PAYOUT_PROFILE_INVALID,
                                3),
                        rule("The review should have started", Action.ESCALATED, ReasonCode.REVIEW_START_OVERDUE, 318),
                        rule("The decision is overdue", Action.ESCALATED, ReasonCode.REVIEW_DECISION_OVERDUE, 96),
                        rule(
                                "The partner's response is due soon",
                                Action.REMINDED,
                                ReasonCode.PARTNER_RESPONSE_DUE,
                                2_870)),
                List.of(
                        new StatusChange(null, Status.EDITING, 3_571),
                        new StatusChange(Status.EDITING, Status.SUBMITTED, 3_102),
                        new StatusChange(Status.SUBMITTED, Status.UNDER_REVIEW, 2_944),
                        new StatusChange(Status.UNDER_REVIEW, Status.APPROVED, 1_733),
                        new StatusChange(Status.UNDER_REVIEW, Status.PARTNER_ACTION_REQUIRED, 1_011),
                        new StatusChange(Status.PARTNER_ACTION_REQUIRED, Status.SUBMITTED, 688),
                        new StatusChange(Status.PARTNER_ACTION_REQUIRED, Status.REJECTED, 1_204),
                        new StatusChange(Status.APPROVED, Status.REJECTED, 61),
                        new StatusChange(Status.REJECTED, Status.UNDER_REVIEW, 4)),
                List.of(
                        new StatusCount(Status.EDITING, 21_480),
                        new StatusCount(Status.SUBMITTED, 148_211),
                        new StatusCount(Status.UNDER_REVIEW, 160_377),
                        new StatusCount(Status.PARTNER_ACTION_REQUIRED, 92_004),
                        new StatusCount(Status.APPROVED, 380_118),
                        new StatusCount(Status.REJECTED, 97_530)),
                List.of(
                        new HeldClaim("CLM-0004411", ReasonCode.PAYOUT_PROFILE_INVALID, 12),
                        new HeldClaim("CLM-0009120", ReasonCode.PAYOUT_PROFILE_INVALID, 0),
                        new HeldClaim("CLM-0009121", ReasonCode.NO_EXCHANGE_RATE, 2)),
                List.of(new QuarantinedClaim(
                        "CLM-0007003",
                        List.of("The customer declined", "The customer is on the exclusion list"),
                        "Two rules reject the claim for different reasons, CUSTOMER_DECLINED and MISSING_CUSTOMER_CONSENT;"
                                + " change the condition of one of them.")),
                List.of(
                        new Deadline(
                                DATE.plusDays(3),
                                Action.REJECTED,
                                "The partner did not respond within five business days",
                                1_344),
                        new Deadline(DATE.plusDays(3), Action.HANDED_OFF, "The consent window has passed", 1_602)));
    }

    private static Payout payout() {
        return new Payout(
                List.of(
                        new Earned(Program.OSU, 811, money("412905.17", "EUR"), usd("446144.04")),
                        new Earned(Program.OSU, 604, money("61220480", "JPY"), usd("404055.17")),
                        new Earned(Program.OSU, 300, money("298114.00", "USD"), usd("298114.00")),
                        new Earned(Program.OSA, 122, money("18204.500", "KWD"), usd("59164.63")),
                        new Earned(Program.OSA, 72, money("31880.25", "EUR"), usd("34446.61"))),
                List.of(new Earned(Program.OSU, 3, money("-1204.50", "EUR"), usd("-1301.46"))),
                List.of(
                        new ExtractFile(
                                "payout-OSA-2026-11-20-000004.csv",
                                194,
                                List.of(money("31880.25", "EUR"), money("18204.500", "KWD")),
                                usd("93611.24"),
                                "9b1d0c7e55aa41f2" + "0".repeat(48)),
                        new ExtractFile(
                                "payout-OSU-2026-11-20-000005.csv",
                                1_718,
                                List.of(money("411700.67", "EUR"), money("61220480", "JPY"), money("298114.00", "USD")),
                                usd("1147011.75"),
                                "e2c46fa1d80b7735" + "0".repeat(48))));
    }

    private static FeedFile feed(
            String name, String feed, long read, long applied, long waiting, long dup, long rejected) {
        return new FeedFile(name, feed, read, applied, waiting, dup, rejected, null);
    }

    private static RuleCount rule(String rule, Action action, @Nullable ReasonCode reason, long count) {
        return new RuleCount(rule, action, reason, count);
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private static Money usd(String amount) {
        return money(amount, "USD");
    }
}
