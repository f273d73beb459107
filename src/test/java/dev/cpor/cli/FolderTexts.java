package dev.cpor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, to be compared as text. */
public final class FolderTexts {
    private FolderTexts() {}

    /** Returns the text of each file below a folder, by its path; nothing where there is no folder. */
    public static Map<String, String> below(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.exists(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
