package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cpor.domain.ClearFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * How a night runs: {@code nightly.yaml}. The time zone is the calendar's.
 *
 * @param cron when {@code serve} starts a night, in Spring's six fields from second to day of week; null when it starts none
 * @param chunk claims per page, and so per transaction; see also {@link #feedRows} and {@link #claimsInTurn}
 * @param partitions parts of the night that run at the same time
 * @param sweepEvery one night in so many evaluates every open claim, due or not
 * @param inbox what becomes of feed files
 * @param requiredFeeds feeds that must have come before any deadline is applied
 * @param ruleSets which rule set a night uses: the folder's, or the released one
 * @param brake limits that stop an abnormal night before it writes a decision
 * @param currencies how amounts are rounded, and how long an exchange rate is good for
 * @param ruleTimeout how long one page of claims may take in the rules before the claim that does not end is looked for
 * @param lease how a living night is told from a dead one
 * @param payout how extracts are signed, released and delivered
 * @param remote how the evaluation is shared with workers on other machines
 */
public record NightlySettings(
        @Nullable String cron,
        int chunk,
        int partitions,
        int sweepEvery,
        InboxSettings inbox,
        List<RequiredFeed> requiredFeeds,
        RuleSetSource ruleSets,
        BrakeSettings brake,
        CurrencySettings currencies,
        Duration ruleTimeout,
        LeaseSettings lease,
        PayoutSettings payout,
        RemoteSettings remote) {

    /** The name of the file in the folder of the settings. */
    public static final String FILE = "nightly.yaml";

    /** Refuses what no night could run with. */
    public NightlySettings {
        if (cron != null) {
            checkCron(cron);
        }
        Checks.atLeastOne("chunk", chunk);
        Checks.atLeastOne("partitions", partitions);
        Checks.atLeastOne("sweepEvery", sweepEvery);
        Checks.positive("ruleTimeout", ruleTimeout);
        requiredFeeds = List.copyOf(requiredFeeds);
    }

    /** Returns how many rows of a feed make a page: each is held twice, as its fields and as it will be kept. */
    public int feedRows() {
        return Math.max(1, chunk / 2);
    }

    /** Returns of how many claims the waiting rows make a page: as a rule, a new claim brings seven or eight rows. */
    public int claimsInTurn() {
        return Math.max(1, chunk / 8);
    }

    /** Puts the default in the place of each key that is left out. */
    @JsonCreator
    static NightlySettings of(
            @Nullable String cron,
            @Nullable Integer chunk,
            @Nullable Integer partitions,
            @Nullable Integer sweepEvery,
            @Nullable InboxSettings inbox,
            @Nullable List<RequiredFeed> requiredFeeds,
            @Nullable RuleSetSource ruleSets,
            @Nullable BrakeSettings brake,
            @Nullable CurrencySettings currencies,
            @Nullable Duration ruleTimeout,
            @Nullable LeaseSettings lease,
            @Nullable PayoutSettings payout,
            @Nullable RemoteSettings remote) {
        return new NightlySettings(
                cron,
                chunk != null ? chunk : 4000,
                partitions != null ? partitions : 2,
                sweepEvery != null ? sweepEvery : 7,
                inbox != null ? inbox : InboxSettings.defaults(),
                requiredFeeds != null ? requiredFeeds : List.of(),
                ruleSets != null ? ruleSets : RuleSetSource.FOLDER,
                brake != null ? brake : BrakeSettings.none(),
                currencies != null ? currencies : CurrencySettings.defaults(),
                ruleTimeout != null ? ruleTimeout : Duration.ofSeconds(10),
                lease != null ? lease : LeaseSettings.defaults(),
                payout != null ? payout : PayoutSettings.defaults(),
                remote != null ? remote : RemoteSettings.defaults());
    }

    /** Returns the settings of a file that sets nothing. */
    public static NightlySettings defaults() {
        return of(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Reads {@code nightly.yaml}.
     *
     * @param jobsFolder the folder that holds it
     * @throws ClearFailure if the file is missing or unreadable, or holds an unknown key or a value that is refused
     */
    public static NightlySettings read(Path jobsFolder) {
        return SettingsFile.read(jobsFolder, FILE, NightlySettings.class, Function.identity());
    }

    /**
     * Reads the text of a {@code nightly.yaml}.
     *
     * @param file what messages call it
     * @throws ClearFailure if it holds an unknown key or a value that is refused
     */
    public static NightlySettings parse(Path file, String text) {
        return SettingsFile.parse(file, text, NightlySettings.class, Function.identity());
    }

    private static void checkCron(String cron) {
        try {
            CronExpression.parse(cron);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(
                    "cron",
                    "cron is \"%s\", but must be six fields: second, minute, hour, day of month, month and day of week, such as \"0 30 2 * * *\" for 02:30 every day"
                            .formatted(cron));
        }
    }
}
