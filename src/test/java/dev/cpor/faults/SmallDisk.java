package dev.cpor.faults;

import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk of 1 MB at some folder; for a user who may mount none, a limit on files that comes to the same. */
final class SmallDisk implements AutoCloseable {
    static final String FILLER = "filler";

    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    interface Run {
        Said of(ProcessBuilder program) throws Exception;
    }

    static SmallDisk at(Path folder) throws IOException, InterruptedException {
        return new SmallDisk(folder, succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()));
    }

    /** Returns what the system says when there is no room. */
    String reason() {
        return mounted ? "No space left on device" : "File too large";
    }

    /** Runs a program while not one more byte finds room. */
    Said whileFull(ProcessBuilder program, Run run) throws Exception {
        if (!mounted) {
            List<String> limited = new ArrayList<>(List.of("bash", "-c", "ulimit -f 0; exec \"$@\"", "bash"));
            limited.addAll(program.command());
            return run.of(program.command(limited));
        }
        Path filler = folder.resolve(FILLER);
        succeeds("dd", "if=/dev/zero", "of=" + filler, "bs=64k");
        try {
            return run.of(program);
        } finally {
            Files.delete(filler);
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted && !succeeds("umount", folder.toString())) {
            throw new IOException("The small disk at " + folder + " could not be unmounted.");
        }
    }
}
