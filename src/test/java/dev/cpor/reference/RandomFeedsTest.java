package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The random feeds reach what they are meant to reach, and come out the same every time. */
class RandomFeedsTest {

    @TempDir
    Path folder;

    private static RandomFeeds feeds(long seed, boolean brokenFiles) {
        return new RandomFeeds(new RandomFeeds.Plan(
                seed,
                600,
                LocalDate.parse("2026-10-05"),
                LocalDate.parse("2026-12-04"),
                SmallWorld.RATE_CARD,
                brokenFiles));
    }

    private ReferenceNights run(RandomFeeds feeds) {
        feeds.writeDaily(folder);
        ReferenceNights nights = new ReferenceNights(SmallWorld.RATE_CARD, ZoneOffset.UTC);
        feeds.days().forEach(day -> nights.night(day, folder.resolve(day.toString())));
        return nights;
    }

    @Test
    void aSeedGivesTheSameBytesEveryTimeAndAnotherSeedOthers() {
        feeds(1, true).writeFlat(folder.resolve("a"));
        feeds(1, true).writeFlat(folder.resolve("b"));
        feeds(2, true).writeFlat(folder.resolve("c"));
        assertThat(texts(folder.resolve("a"))).isEqualTo(texts(folder.resolve("b")));
        assertThat(texts(folder.resolve("a"))).isNotEqualTo(texts(folder.resolve("c")));
    }

    @Test
    void theLivesReachEveryNoteEveryReasonAndEveryRefusal() {
        RandomFeeds feeds = feeds(7, false);
        ReferenceNights nights = run(feeds);
        List<ReferenceHistory> history = nights.claimsCsv().stream()
                .skip(1)
                .flatMap(line -> nights.history(line.substring(0, line.indexOf(','))).stream())
                .toList();
        assertThat(history)
                .extracting(ReferenceHistory::kind)
                .contains(Stream.of(EventKind.values()).map(Enum::name).toArray(String[]::new))
                .contains("CREATED", "DISPUTE_OPENED", "ESCALATION", "REMINDER", "HOLD", "REJECTED", "HANDED_OFF");
        assertThat(history)
                .flatExtracting(ReferenceHistory::reasons)
                .contains("REVIEW_START_OVERDUE", "REVIEW_DECISION_OVERDUE", "DECISION_TARGET_MISSED")
                .contains("PARTNER_RESPONSE_DUE", "NO_PARTNER_RESPONSE", "CUSTOMER_DECLINED", "PARTNER_REQUEST")
                .contains("PAYOUT_PROFILE_INVALID", "NO_EXCHANGE_RATE", "NO_RATE", "NOTHING_TO_EARN")
                .contains("RECOGNITION_ONLY", "PARTNER_NOT_ENROLLED", "NO_DESIGNATION", "CHANNEL_NOT_ELIGIBLE")
                .contains("SUBSCRIPTION_NOT_ACTIVE", "BELOW_MINIMUM_SEATS");
        assertThat(feeds.days().stream().flatMap(day -> nights.rejects(day).stream()))
                .extracting(ReferenceReject::why)
                .contains("MALFORMED", "ID_TAKEN", "UNKNOWN_CLAIM", "UNKNOWN_PARTNER", "UNKNOWN_CUSTOMER")
                .contains("LINE_TOO_LATE", "LINE_REMOVED", "NO_SUCH_LINE", "NOTHING_TO_SUBMIT")
                .contains("CONSENT_IS_ELAPSED", "ALREADY_ASSESSED", "NOT_REJECTED", "SECOND_DISPUTE")
                .contains("DISPUTE_TOO_LATE", "DISPUTE_DISAGREES", "NO_OPEN_DISPUTE");
        assertThat(feeds.days())
                .anySatisfy(day -> assertThat(nights.duplicates(day)).isNotEmpty());
        assertThat(feeds.days())
                .allSatisfy(day -> assertThat(nights.refusedFiles(day)).isEmpty());
        assertThat(nights.earnings().size()).isGreaterThan(50);
        assertThat(nights.earnings()).extracting(ReferenceEarning::currency).contains("USD", "EUR", "JPY", "KWD");
    }

    @Test
    void someFilesCannotBeReadAtAllWhenAskedFor() {
        RandomFeeds feeds = feeds(3, true);
        ReferenceNights nights = run(feeds);
        assertThat(feeds.days())
                .anySatisfy(day -> assertThat(nights.refusedFiles(day)).isNotEmpty());
    }

    @Test
    void aClaimsStatusFollowsFromItsLastRowOfHistory() {
        RandomFeeds feeds = feeds(11, false);
        ReferenceNights nights = run(feeds);
        assertThat(nights.claimsCsv().stream().skip(1)).allSatisfy(line -> {
            List<String> fields = List.of(line.split(",", -1));
            List<ReferenceHistory> history = nights.history(fields.get(0));
            assertThat(history).hasSize(Integer.parseInt(fields.get(10)));
            assertThat(history.get(history.size() - 1).state().replace("-", ""))
                    .isEqualTo(String.join(" ", fields.subList(5, 9)));
        });
    }

    private static Map<String, String> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(file -> String.valueOf(file.getFileName()), RandomFeedsTest::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
