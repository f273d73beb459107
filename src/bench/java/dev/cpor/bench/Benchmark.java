package dev.cpor.bench;

import dev.cpor.job.rules.RuleSets;
import java.io.IOException;

/**
 * Runs the whole benchmark in one process of 256 MiB heap: {@code mvn -Pbench verify -Dclaims=1000000}. Whatever is compared is
 * measured in turn on the same server. What misses a target is told and fails nothing; what leaves other claims or another
 * history than the others fails.
 */
public final class Benchmark {
    private Benchmark() {}

    /**
     * @param args none; {@link Settings} are system properties
     * @throws IOException if its folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("cpor.log.level", "OFF");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Settings settings = Settings.read();
        Results results = new Results();
        results.figure("claims", settings.claims());
        results.figure("rounds", settings.rounds());
        results.figure("processors", Runtime.getRuntime().availableProcessors());
        try (BenchServer server = new BenchServer(settings.folder())) {
            try (CporProgram program = CporProgram.on(server, settings.inbox(), settings.out())) {
                // Rules are compiled in the first night that uses them, and in no later one.
                RuleSets rules = program.get(RuleSets.class);
                rules.keep(rules.in(CporProgram.RULES));
            }
            server.keep("empty");
            new Comparison(server, settings, results).measure();
            new Intake(server, settings, results).measure();
            new ExtractExport(server, settings, results).measure();
            new StartUp(server, settings, results).measure();
            new DueNights(server, settings, results).measure();
            new RemoteOverhead(server, settings, results).measure();
            if (settings.scale()) {
                new Scale(server, settings, results).measure();
            }
        }
        RulesAlone.measure(results);
        results.tell(settings.results());
    }
}
