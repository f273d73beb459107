package dev.cpor.bench;

import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.Status;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.RuleFolder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Drools alone: how many claims a second the shipped lifecycle rules evaluate, page by page, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesAlone {
    private static final int PAGE = 4_000;

    private final CompiledRules rules =
            CompiledRules.compile(RuleFolder.read(CporProgram.RULES), CporProgram.calendar(), Duration.ofSeconds(10));
    private final List<OpenClaim> page = page();

    /** Evaluates a page, and returns what was found. */
    @Benchmark
    @OperationsPerInvocation(PAGE)
    public Findings evaluate() {
        return rules.lifecycle(page, Mix.DATE);
    }

    /** Notes what it measures. */
    static void measure(Results results) {
        try {
            double claims = new Runner(new OptionsBuilder()
                            .include(RulesAlone.class.getSimpleName())
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .runSingle()
                    .getPrimaryResult()
                    .getScore();
            results.figure("rulesAloneClaimsPerSecond", Math.round(claims));
            Results.print(
                    "Drools alone, pages of %,d claims".formatted(PAGE),
                    List.of("", "Claims/s"),
                    List.of(List.of("lifecycle rules", "%,.0f".formatted(claims))));
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Claims of the mix that the night is measured with, in the same shares. */
    private static List<OpenClaim> page() {
        Mix mix = Mix.aFifthChanges(new Deadlines(Mix.DATE, CporProgram.calendar()));
        List<OpenClaim> claims = new ArrayList<>();
        for (Cohort cohort : mix.cohorts()) {
            for (int i = 0; i < cohort.share() * PAGE / 1_000; i++) {
                LocalDate since = cohort.from().plusDays(i % cohort.days());
                claims.add(new OpenClaim(
                        claims.size() + 1,
                        "CPOR-%08d".formatted(claims.size() + 1),
                        cohort.version(),
                        "MPN-1",
                        "tenant-1",
                        Program.OSU,
                        Activity.USAGE,
                        Status.valueOf(cohort.status()),
                        Consent.valueOf(cohort.consent()),
                        Incentive.NOT_ASSESSED,
                        since,
                        since.minusDays(cohort.submittedBefore()),
                        Set.of()));
            }
        }
        return claims;
    }
}
