package dev.cpor.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** What the server says from one start on. */
final class ServerLog {
    /** Then it begins anew, and the old one is kept beside it until the next time. */
    private static final long FULL = 10_000_000;

    private static final String TIMESTAMP = "^\\d{4}-\\d\\d-\\d\\d +\\d+:\\d\\d:\\d\\d \\d+ ";

    private final Path file;
    private final long start;

    private ServerLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    static ServerLog open(DataFolder folder) throws IOException {
        Path file = folder.log();
        if (Files.exists(file) && Files.size(file) > FULL) {
            Files.move(file, folder.root().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(file)) {
            Files.createFile(file, Durable.OWNER_ONLY);
        }
        return new ServerLog(file, Files.size(file));
    }

    ProcessBuilder.Redirect target() {
        File target = file.toFile();
        return ProcessBuilder.Redirect.appendTo(target);
    }

    boolean says(String words) throws IOException {
        return lines().stream().anyMatch(line -> line.contains(words));
    }

    /** {@return the first error, of which later ones are mere consequences, or else the last line} */
    String reason() throws IOException {
        List<String> lines = lines().stream().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("ERROR"))
                .findFirst()
                .or(() -> lines.stream().reduce((earlier, later) -> later))
                .map(line -> line.replaceFirst(TIMESTAMP, "")
                        .replaceFirst("error 28\\b", "error 28 (no space left on the disk)")
                        .strip())
                .orElse("nothing");
    }

    private List<String> lines() throws IOException {
        byte[] all = Files.readAllBytes(file);
        int from = (int) Math.min(start, all.length);
        return new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
