package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipe of {@code rules/README.md}: a heading and blocks, each of which changes one file.
 *
 * @param edits in the order of the page
 */
record Recipe(String title, List<Edit> edits) {
    private static final String HEADING = "### ";
    private static final String FILE = "--- ";

    /**
     * A change of one file.
     *
     * @param file relative to the rules folder
     * @param lines each begins with {@code -} or {@code +}
     */
    record Edit(String file, List<String> lines) {}

    /** Lines that go, and lines that come in their place; where none goes, at the end of the file. */
    private record Hunk(List<String> gone, List<String> come) {}

    /** Returns the recipes of a page in their order. */
    static List<Recipe> of(List<String> page) {
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).startsWith(HEADING)) {
                int from = i + 1;
                int to = from;
                while (to < page.size() && !page.get(to).startsWith("#")) {
                    to++;
                }
                recipes.add(new Recipe(page.get(i).substring(HEADING.length()), edits(page.subList(from, to))));
            }
        }
        return recipes.stream().filter(recipe -> !recipe.edits().isEmpty()).toList();
    }

    private static List<Edit> edits(List<String> section) {
        return ReadmeBlock.of(section).stream()
                .filter(block -> block.language().equals("diff"))
                .map(block -> {
                    String first = block.lines().get(0);
                    assertThat(first).startsWith(FILE);
                    return new Edit(
                            first.substring(FILE.length()),
                            block.lines().subList(1, block.lines().size()));
                })
                .toList();
    }

    /** Does to these files what the recipe says, as somebody would who reads it. */
    void follow(Path rules) throws IOException {
        for (Edit edit : edits) {
            Path file = rules.resolve(edit.file());
            List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
            for (Hunk hunk : hunks(edit.lines())) {
                replace(edit.file(), lines, hunk);
            }
            Files.write(file, lines);
        }
    }

    private static List<Hunk> hunks(List<String> lines) {
        List<Hunk> hunks = new ArrayList<>();
        Hunk hunk = new Hunk(new ArrayList<>(), new ArrayList<>());
        for (String line : lines) {
            assertThat(line).matches("[-+].*");
            boolean goes = line.startsWith("-");
            if (goes && !hunk.come().isEmpty()) {
                hunks.add(hunk);
                hunk = new Hunk(new ArrayList<>(), new ArrayList<>());
            }
            (goes ? hunk.gone() : hunk.come()).add(line.substring(1));
        }
        hunks.add(hunk);
        return hunks;
    }

    private static void replace(String file, List<String> lines, Hunk hunk) {
        if (hunk.gone().isEmpty()) {
            lines.addAll(hunk.come());
            return;
        }
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + hunk.gone().size() <= lines.size(); at++) {
            if (lines.subList(at, at + hunk.gone().size()).equals(hunk.gone())) {
                places.add(at);
            }
        }
        assertThat(places)
                .as("where %s has, once and together: %s", file, hunk.gone())
                .hasSize(1);
        List<String> place =
                lines.subList(places.get(0), places.get(0) + hunk.gone().size());
        place.clear();
        place.addAll(hunk.come());
    }

    /** Returns the same recipe with nothing but its changes of cases. */
    Recipe casesAlone() {
        return new Recipe(
                title,
                edits.stream().filter(edit -> edit.file().startsWith("tests/")).toList());
    }

    @Override
    public String toString() {
        return title;
    }
}
