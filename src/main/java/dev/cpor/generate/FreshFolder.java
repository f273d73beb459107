package dev.cpor.generate;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Fills a folder that is not there yet: it appears when all of it is written, or not at all. */
final class FreshFolder {

    /** What writes the files. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException;
    }

    private FreshFolder() {}

    /**
     * Writes into a folder {@code .<name>.partial} beside the target and renames it at the end. What a process that was
     * killed left there is removed first.
     *
     * @throws ClearFailure if the target holds something already, or cannot be written
     */
    static void fill(Path target, Filling filling) {
        Path folder = target.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        if (parent == null || holdsSomething(folder)) {
            throw new ClearFailure(
                    "%s exists and is not an empty folder; name a folder that does not exist yet, or empty this one."
                            .formatted(target));
        }
        Path partial = parent.resolve("." + folder.getFileName() + ".partial");
        try {
            Files.createDirectories(parent);
            remove(partial);
            Files.createDirectory(partial);
            filling.into(partial);
            Files.deleteIfExists(folder);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            throw new ClearFailure(
                    "The feeds cannot be written to %s (%s); make room or name another folder."
                            .formatted(target, reason(e)),
                    e);
        } finally {
            removeQuietly(partial);
        }
    }

    private static boolean holdsSomething(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isPresent();
        } catch (IOException e) {
            throw new ClearFailure(
                    "%s cannot be read (%s); name a folder that you may read and write.".formatted(folder, e), e);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            // What stays is hidden by its name, and the next run removes it.
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
