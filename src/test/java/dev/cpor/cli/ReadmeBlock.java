package dev.cpor.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block of a Markdown page.
 *
 * @param language the word after the opening fence
 */
record ReadmeBlock(String language, List<String> lines) {
    private static final String FENCE = "```";

    /** Returns the blocks of a page in their order. */
    static List<ReadmeBlock> of(List<String> page) {
        List<ReadmeBlock> blocks = new ArrayList<>();
        @Nullable ReadmeBlock open = null;
        for (String line : page) {
            if (!line.startsWith(FENCE)) {
                if (open != null) {
                    open.lines.add(line);
                }
            } else if (open == null) {
                open = new ReadmeBlock(line.substring(FENCE.length()), new ArrayList<>());
            } else {
                blocks.add(open);
                open = null;
            }
        }
        return blocks;
    }

    /** Returns the lines that begin like this. */
    List<String> startingWith(String beginning) {
        return lines.stream().filter(line -> line.startsWith(beginning)).toList();
    }

    /** Returns the lines that are shown as they were printed: all but empty ones and {@code …}, which stands for more. */
    List<String> shown() {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.equals("…"))
                .toList();
    }
}
