package dev.cpor.rules.drl;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the rules folder. */
public final class RuleFolder {
    /** Where the rate card is, relative to the rules folder. */
    public static final String RATE_CARD = "incentive/rate-card.csv";

    private static final Pattern IN_TESTS = Pattern.compile("tests/[^/]+");
    private static final int DEPTH = 16;

    private RuleFolder() {}

    /**
     * Reads the files that decide: {@code lifecycle/**.drl}, {@code incentive/**.drl} and {@code incentive/rate-card.csv}. Tests,
     * descriptions, hidden files and what editors leave behind are no part of them.
     *
     * @throws ClearFailure if the folder is missing or cannot be read
     */
    public static RuleText read(Path rulesFolder) {
        if (!Files.isDirectory(rulesFolder)) {
            throw new ClearFailure(
                    "There is no rules folder %s; name the folder that holds lifecycle/ and incentive/ with --rules."
                            .formatted(rulesFolder));
        }
        Map<String, byte[]> files = new TreeMap<>();
        Set<String> strays = new HashSet<>();
        try (Stream<Path> all = Files.walk(rulesFolder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> found = all.filter(file -> Files.isRegularFile(file) || Files.isSymbolicLink(file))
                    .toList();
            for (Path file : found) {
                String path = relative(rulesFolder, file);
                if (decides(path) && !Files.exists(file)) {
                    throw new ClearFailure(
                            "%s leads to nothing; put the file there, or delete the link.".formatted(file));
                }
                if (decides(path) && Files.isRegularFile(file)) {
                    files.put(path, Files.readAllBytes(file));
                } else if (looksDeciding(path)) {
                    strays.add(path);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ClearFailure(
                    "The rules folder %s cannot be read (%s); make it readable for the user that runs the night."
                            .formatted(rulesFolder, e.getMessage()),
                    e);
        }
        return new RuleText(files, strays);
    }

    private static String relative(Path folder, Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** Says whether a file is one that decides. */
    static boolean decides(String path) {
        boolean rule = path.endsWith(".drl") && Folder.of(path) != null;
        return !isHidden(path) && (rule || path.equals(RATE_CARD));
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private static boolean looksDeciding(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean rule = name.contains(".drl");
        boolean sheet = name.endsWith(".csv") && !IN_TESTS.matcher(path).matches();
        return !isHidden(path) && (rule || sheet);
    }
}
