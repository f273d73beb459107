package dev.cpor.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Makes {@code sample-data/}: two generated months, with hand-picked claims and rows that are refused among them. */
final class SampleData {
    static final long GENERATED = 1_930;
    static final long FIRST_STORY = 1_931;
    static final long FIRST_REJECT = 2_001;
    static final String PERIOD = Story.TO.toString();

    private static final long SEED = 2026;

    private SampleData() {}

    /** Writes the sample anew into the folder {@code sample-data} of the working directory, or the one that is named. */
    public static void main(String[] arguments) throws IOException {
        writeTo(Path.of(arguments.length > 0 ? arguments[0] : "sample-data"));
    }

    static void writeTo(Path folder) throws IOException {
        Path inbox = emptied(folder.resolve("inbox"));
        Path late = emptied(folder.resolve("late"));
        SampleFeeds feeds = new SampleFeeds();
        FeedGenerator.write(new GeneratorOptions(GENERATED, SEED, Story.FROM, Story.TO, inbox), PERIOD, feeds);
        for (Party party : Party.values()) {
            party.writeTo(feeds, PERIOD);
        }
        for (int day = 9; day <= 20; day++) {
            LocalDate date = LocalDate.of(2026, 11, day);
            if (WorkingDays.isOne(date.toEpochDay())) {
                feeds.row(Feed.EXCHANGE_RATES, PERIOD, "TRY", date.toString(), "0.0238" + (10 + day));
            }
        }
        SampleStories stories = new SampleStories(feeds, FIRST_STORY);
        stories.tell();
        SampleRejects rejects = new SampleRejects(feeds, PERIOD, FIRST_REJECT);
        rejects.write();
        feeds.writeTo(inbox);
        SampleFeeds afterwards = new SampleFeeds();
        List<SampleRejects.Expected> lateRejects = LateRows.write(afterwards, stories.shown);
        afterwards.writeTo(late);
        String readme = SampleReadme.text(
                stories.shown, FeedRow.allOf(inbox), rejects.expected(), FeedRow.allOf(late), lateRejects);
        Files.writeString(folder.resolve("README.md"), readme);
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
