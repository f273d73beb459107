package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.ExtractWriter;
import dev.cpor.payout.Written;
import dev.cpor.payout.verify.PayoutVerification;
import dev.cpor.payout.verify.Verified;
import dev.cpor.store.payout.Earnings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * How long rendering and verifying a million earnings takes, as a ratio to MariaDB's own {@code SELECT … INTO OUTFILE} of the
 * same rows in the same run. By its name it is no part of {@code mvn verify}; run it on a machine that does nothing else, with
 * the program's own server:
 *
 * <pre>mvn -q test -Dtest=MillionEarningsBench -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * <p>{@code -Dcpor.bench.earnings=N} takes another number, {@code -Dcpor.bench.rounds=N} other than 3 rounds. What it measured
 * is in {@code target/million-earnings.txt}. Each round does all three one after the other, so that a slow moment of the
 * machine strikes them alike; the medians count. The table is read once before, so that all find it in memory.
 */
@Tag("database")
class MillionEarningsBench {
    private static final int EARNINGS = Integer.getInteger("cpor.bench.earnings", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("cpor.bench.rounds", 3);
    private static final double LIMIT = 2;
    private static final LocalDate DATE = LocalDate.parse("2026-11-10");
    private static final Extract EXTRACT = new Extract(Program.OSU, DATE, 1);

    @TempDir
    private Path folder;

    /** What one act took: time, and the processors' time of server and program, which says more on a machine that is busy. */
    private record Took(double seconds, double processor) {}

    private record Round(Took outfile, Took rendering, Took verifying) {}

    @Test
    void renderingAndVerifyingTakeAtMostTwiceAsLongAsMariaDbsOwnExport() throws IOException, InterruptedException {
        try (Sandbox sandbox = new Sandbox(folder.resolve("box"))) {
            SmallInbox.of(1).writeTo(sandbox);
            assertThat(sandbox.night("--date", DATE.toString()).status()).isZero();
            letTheOwnerWriteFiles(sandbox.folder().resolve("data"));
            try (OpenDatabase database = sandbox.open();
                    Sandbox.Beans beans = sandbox.beans()) {
                long extract = database.number("select id from payout_extract");
                String ruleset = database.rows("select ruleset from run").get(0);
                fill(database, extract);
                Earnings earnings = beans.get(Earnings.class);
                Supplier<Duration> processors = processors(sandbox.folder().resolve("data"));
                List<Round> rounds = IntStream.range(0, ROUNDS)
                        .mapToObj(i -> round(database, earnings, extract, ruleset, processors))
                        .toList();

                report(rounds);
                assertThat(median(rounds, Round::rendering, Took::seconds, true))
                        .as("rendering, in times of INTO OUTFILE")
                        .isLessThanOrEqualTo(LIMIT);
                assertThat(median(rounds, Round::verifying, Took::seconds, true))
                        .as("verifying, in times of INTO OUTFILE")
                        .isLessThanOrEqualTo(LIMIT);
            }
        }
    }

    private Round round(
            OpenDatabase database, Earnings earnings, long extract, String ruleset, Supplier<Duration> processors) {
        Path outfile = folder.resolve("outfile.csv");
        Path payout = folder.resolve("payout");
        Took exporting = took(processors, () -> export(database, extract, outfile));
        Written[] written = new Written[1];
        Took rendering = took(processors, () -> {
            try (Stream<Earning> rows = earnings.ofExtract(extract)) {
                written[0] = new ExtractWriter(payout, ruleset, 1).write(EXTRACT, rows, null);
            }
        });
        TreeMap<String, String> manifests = new TreeMap<>();
        manifests.put(EXTRACT.manifestName(), written[0].manifestSha256());
        ControlFile.write(payout, new Control(DATE, manifests, null), null);
        Verified[] verified = new Verified[1];
        Took verifying =
                took(processors, () -> verified[0] = PayoutVerification.verify(payout, CurrencyRules.iso4217()));
        assertThat(verified[0].discrepancies()).isEmpty();
        assertThat(verified[0].totals().rows()).isEqualTo(EARNINGS);
        try {
            assertThat(Files.size(outfile))
                    .as("INTO OUTFILE wrote as much")
                    .isGreaterThan(Files.size(payout.resolve(DATE + "/" + EXTRACT.fileName())) * 9 / 10);
            Files.delete(outfile);
            FileSystemUtils.deleteRecursively(payout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Round(exporting, rendering, verifying);
    }

    /** The same columns of the same rows in the same order, as the same kind of CSV. */
    private static void export(OpenDatabase database, long extract, Path file) {
        database.change("""
                select written_id, mpn_id, 'MPN', partner_name, partner_country, program,
                       left(earning_id, length(earning_id) - 4), tenant_id, customer_name, customer_country, solution_area,
                       product, subscription_id, workload, lever, earning_type, rate, quantity,
                       case basis when 'PER_SEAT' then 'Seats' when 'PER_USER' then 'MAU' end,
                       transaction_amount, transaction_currency, amount, currency, usd_rate, usd_rate_date, amount_usd,
                       business_date, business_date, 'Unprocessed', reason_code, reverses, rule_name, ruleset
                  from earning force index (extract) where extract = %d order by written_id
                  into outfile '%s' character set utf8mb4
                       fields terminated by ',' optionally enclosed by '"' escaped by '' lines terminated by '\\r\\n'
                """.formatted(extract, file));
    }

    /** A million lines like the one that the night paid, of as many claims, a third each in USD, EUR and JPY. */
    private static void fill(OpenDatabase database, long extract) {
        List<String> columns = database.rows("""
                select column_name from information_schema.columns where table_schema = database()
                   and table_name = 'earning' and is_generated = 'NEVER' and column_name <> 'id'
                """);
        String values = String.join(
                ", ", columns.stream().map(MillionEarningsBench::value).toList());
        database.change("set foreign_key_checks = 0");
        database.change("create table pattern as select * from earning limit 1");
        database.change("delete from earning");
        database.change("insert into earning (%s) select %s from pattern join seq_1_to_%d order by seq"
                .formatted(String.join(", ", columns), values.replace("EXTRACT_ID", "" + extract), EARNINGS));
        database.rows("analyze table earning");
    }

    private static String value(String column) {
        return switch (column) {
            case "earning_id" -> "concat('CPOR-', lpad(seq, 8, '0'), '-1-1')";
            case "claim" -> "seq";
            case "extract" -> "EXTRACT_ID";
            case "line_no", "n" -> "1";
            case "partner_name" -> "concat('Partner, Nr. ', seq % 1000)";
            case "customer_name" -> "concat('Käufer & Söhne \"', seq % 90000, '\"')";
            case "customer_country" -> "elt(1 + seq % 4, 'DE', 'JP', 'US', 'FR')";
            case "basis" -> byThirds("'REVENUE_PERCENT'", "'PER_SEAT'", "'REVENUE_PERCENT'");
            case "rate" -> byThirds("'7.5'", "'1.25'", "'5'");
            case "solution_area" -> byThirds("'BUSINESS_APPLICATIONS'", "'MODERN_WORK'", "'BUSINESS_APPLICATIONS'");
            case "product" -> byThirds("'Dynamics 365 Sales'", "null", "'Dynamics 365 Finance'");
            case "subscription_id" -> byThirds("uuid()", "null", "uuid()");
            case "workload" -> byThirds("null", "'Exchange'", "null");
            case "quantity" -> byThirds("null", "200 + 4 * (seq % 100)", "null");
            case "transaction_amount" -> byThirds("100 * (1 + seq % 9000)", "null", "200 * (1 + seq % 7000)");
            case "transaction_currency" -> byThirds("'USD'", "null", "'JPY'");
            case "amount" ->
                byThirds("7.5 * (1 + seq % 9000)", "1.25 * (200 + 4 * (seq % 100))", "10 * (1 + seq % 7000)");
            case "currency" -> byThirds("'USD'", "'EUR'", "'JPY'");
            case "minor_units" -> byThirds("2", "2", "0");
            case "usd_rate" -> byThirds("1", "1.085", "0.0067");
            case "usd_rate_date" -> "business_date";
            case "amount_usd" ->
                byThirds(
                        "7.5 * (1 + seq % 9000)",
                        "round(1.085 * 1.25 * (200 + 4 * (seq % 100)), 2)", "round(0.067 * (1 + seq % 7000), 2)");
            default -> column;
        };
    }

    private static String byThirds(String first, String second, String third) {
        return "case seq %% 3 when 0 then %s when 1 then %s else %s end".formatted(first, second, third);
    }

    /** The program's accounts may not: nobody but a person at the machine can say otherwise, and does so here. */
    private static void letTheOwnerWriteFiles(Path data) throws IOException, InterruptedException {
        Path server = FinanceServer.program(data);
        Process process = new ProcessBuilder(
                        server.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--basedir=" + server,
                        "--datadir=" + data.resolve("database").toAbsolutePath(),
                        "--bootstrap",
                        "--user=" + System.getProperty("user.name"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("grant.log").toFile())
                .start();
        try (var statements = process.outputWriter()) {
            statements.write("flush privileges;\ngrant file on *.* to 'cpor_owner'@'127.0.0.1';\n");
        }
        assertThat(process.waitFor()).isZero();
    }

    private static void report(List<Round> rounds) throws IOException {
        StringBuilder text = new StringBuilder("%,d earnings; seconds, and of processors%n".formatted(EARNINGS));
        rounds.forEach(round -> text.append("into outfile %s, rendering %s, verifying %s%n"
                .formatted(told(round.outfile()), told(round.rendering()), told(round.verifying()))));
        text.append("medians: into outfile %.2f s, rendering %.2f s, verifying %.2f s%n"
                .formatted(
                        median(rounds, Round::outfile, Took::seconds, false),
                        median(rounds, Round::rendering, Took::seconds, false),
                        median(rounds, Round::verifying, Took::seconds, false)));
        text.append("ratios: rendering %.2f, verifying %.2f; of processors' time: rendering %.2f, verifying %.2f%n"
                .formatted(
                        median(rounds, Round::rendering, Took::seconds, true),
                        median(rounds, Round::verifying, Took::seconds, true),
                        median(rounds, Round::rendering, Took::processor, true),
                        median(rounds, Round::verifying, Took::processor, true)));
        System.out.print(text);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("million-earnings.txt"), text);
    }

    private static String told(Took took) {
        return "%.2f (%.2f)".formatted(took.seconds(), took.processor());
    }

    /** @param ratio to what INTO OUTFILE took in the same round */
    private static double median(
            List<Round> rounds, Function<Round, Took> act, ToDoubleFunction<Took> what, boolean ratio) {
        double[] sorted = rounds.stream()
                .mapToDouble(round ->
                        what.applyAsDouble(act.apply(round)) / (ratio ? what.applyAsDouble(round.outfile()) : 1))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static Took took(Supplier<Duration> processors, Runnable act) {
        Duration before = processors.get();
        long begin = System.nanoTime();
        act.run();
        long end = System.nanoTime();
        return new Took((end - begin) / 1e9, processors.get().minus(before).toMillis() / 1e3);
    }

    private static Supplier<Duration> processors(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readString(data.resolve("database/mariadbd.pid")).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        return () -> Stream.of(server, ProcessHandle.current())
                .map(process -> process.info().totalCpuDuration().orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
