package dev.cpor.intake;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the folder that feed files come into.
 *
 * @param files the feed files, in the order of {@link Feed}, then by file name
 * @param ignored the names of the other files, sorted; folders and hidden files are left out
 */
public record Inbox(List<FeedFile> files, List<String> ignored) {

    /** Takes copies of the lists. */
    public Inbox {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
    }

    /**
     * Looks into a folder, not into the folders within it.
     *
     * @throws ClearFailure if the folder is missing or cannot be read
     */
    public static Inbox of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ClearFailure("The inbox %s is %s; create it, or name another folder with --inbox."
                    .formatted(folder, Files.exists(folder) ? "not a folder" : "missing"));
        }
        List<FeedFile> files = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (Path path : entriesOf(folder)) {
            String name = String.valueOf(path.getFileName());
            @Nullable Feed feed = Feed.ofFile(name);
            if (feed != null && Files.isRegularFile(path)) {
                files.add(new FeedFile(path, feed));
            } else if (feed != null || (!Files.isDirectory(path) && !name.startsWith("."))) {
                ignored.add(name);
            }
        }
        files.sort(Comparator.comparing(FeedFile::feed).thenComparing(FeedFile::name));
        ignored.sort(Comparator.naturalOrder());
        return new Inbox(files, ignored);
    }

    private static List<Path> entriesOf(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new ClearFailure(
                    "The inbox %s cannot be read; let this user read it, or name another folder with --inbox."
                            .formatted(folder),
                    e);
        }
    }
}
