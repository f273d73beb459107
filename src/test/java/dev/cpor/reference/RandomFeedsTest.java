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
import java.util.Set;
import java.util.TreeMap;
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
    void theLivesReachEveryStatusReasonAndKindOfHistory() {
        RandomFeeds feeds = feeds(7, false);
        ReferenceNights nights = run(feeds);
        List<String> ids = nights.claimsCsv().stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        Map<String, Long> kinds = ids.stream()
                .flatMap(id -> nights.history(id).stream())
                .map(row -> row.kind()
                        + (row.kind().equals(row.kind().toLowerCase(java.util.Locale.ROOT)) ? "" : " ")
                        + (Set.of("ESCALATION", "REMINDER", "HOLD", "REJECTED", "HANDED_OFF")
                                        .contains(row.kind())
                                ? row.reasons()
                                : ""))
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        Map<String, Long> refusals = feeds.days().stream()
                .flatMap(day -> nights.rejects(day).stream())
                .collect(Collectors.groupingBy(ReferenceReject::why, TreeMap::new, Collectors.counting()));
        System.out.println(kinds);
        System.out.println(refusals);
        System.out.println(nights.earnings().size());
        assertThat(kinds.size()).isGreaterThan(10);
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
