package dev.cpor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * How large the benchmark is to be, and where it works.
 *
 * @param folder for everything that it writes but its results
 * @param results the JSON file
 * @param claims how many claims are compared, a multiple of 1,000
 * @param rounds how many rounds count
 * @param scale whether nights of 100,000 to 5 million claims are measured as well
 * @param intakeClaims how many claims the feeds are generated for; their rows are eight times as many
 * @param command how the program is started
 */
record Settings(
        Path folder, Path results, long claims, int rounds, boolean scale, long intakeClaims, List<String> command) {
    private static final long THOUSAND = 1_000;
    private static final long MOST_INTAKE = 50_000;

    static Settings read() throws IOException {
        long claims = Math.max(THOUSAND, Long.getLong("claims", 200_000) / THOUSAND * THOUSAND);
        Path folder = Path.of("target/bench");
        return new Settings(
                Files.createDirectories(folder),
                Path.of("target/bench.json"),
                claims,
                Integer.getInteger("rounds", 3),
                Boolean.getBoolean("scale"),
                Math.min(claims, MOST_INTAKE),
                List.of("./cpor"));
    }

    /** Returns an empty inbox. */
    Path inbox() throws IOException {
        return Files.createDirectories(folder.resolve("inbox"));
    }

    /** Returns where nights leave what they write. */
    Path out() {
        return folder.resolve("out");
    }

    /** Returns it, empty: a night on other tables than those before does not write over what they have delivered. */
    Path emptyOut() throws IOException {
        FileSystemUtils.deleteRecursively(out());
        return out();
    }
}
