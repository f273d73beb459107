package dev.cpor.bench;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.ExtractWriter;
import dev.cpor.payout.verify.PayoutVerification;
import dev.cpor.payout.verify.Verified;
import dev.cpor.store.payout.Earnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Rendering and verifying an extract against MariaDB's own {@code SELECT … INTO OUTFILE} of the same columns of the same rows, as
 * the same kind of CSV. A round does all three one after the other; the table is read once before, so that all find it in memory.
 */
final class ExtractExport {
    private static final Extract EXTRACT = new Extract(Program.OSU, Mix.DATE, 1);

    private final BenchServer server;
    private final Settings settings;
    private final Results results;
    private final Path payout;
    private final Path outfile;

    private record Round(Took outfile, Took rendering, Took verifying) {}

    ExtractExport(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
        this.payout = settings.folder().resolve("payout");
        this.outfile = settings.folder().resolve("outfile.csv").toAbsolutePath();
    }

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        server.restore("empty");
        List<Round> rounds = new ArrayList<>();
        try (Statements database = server.open();
                CporProgram program = CporProgram.on(server, settings.inbox(), settings.out())) {
            long extract = PaidEarnings.write(database, settings.claims());
            for (int round = 0; round <= settings.rounds(); round++) {
                Round one = round(database, program.get(Earnings.class), extract);
                System.out.printf("%-8s extract %s%n", round == 0 ? "warm-up" : "round " + round, one);
                if (round > 0) {
                    rounds.add(one);
                }
            }
        }
        tell(rounds);
    }

    private Round round(Statements database, Earnings earnings, long extract) throws IOException {
        Files.deleteIfExists(outfile);
        FileSystemUtils.deleteRecursively(payout);
        Took exporting = Took.by(server, () -> database.rows(export(extract), row -> 0));
        AtomicReference<String> manifest = new AtomicReference<>();
        Took rendering = Took.by(server, () -> {
            try (Stream<Earning> rows = earnings.ofExtract(extract)) {
                manifest.set(new ExtractWriter(payout, PaidEarnings.RULESET, 1)
                        .write(EXTRACT, rows, null)
                        .manifestSha256());
            }
        });
        TreeMap<String, String> manifests =
                new TreeMap<>(Map.of(EXTRACT.manifestName(), Objects.requireNonNull(manifest.get())));
        ControlFile.write(payout, new Control(Mix.DATE, manifests, null), null);
        AtomicReference<Verified> found = new AtomicReference<>();
        Took verifying = Took.by(server, () -> found.set(PayoutVerification.verify(payout, CurrencyRules.iso4217())));
        Verified verified = Objects.requireNonNull(found.get());
        if (!verified.discrepancies().isEmpty() || verified.totals().rows() != settings.claims()) {
            throw new IllegalStateException("The extract is not what was to be written: " + verified);
        }
        return new Round(exporting, rendering, verifying);
    }

    private String export(long extract) {
        return """
                select written_id, mpn_id, 'MPN', partner_name, partner_country, program,
                       left(earning_id, length(earning_id) - 4), tenant_id, customer_name, customer_country, solution_area,
                       product, subscription_id, workload, lever, earning_type, rate, quantity,
                       case basis when 'PER_SEAT' then 'Seats' when 'PER_USER' then 'MAU' end,
                       transaction_amount, transaction_currency, amount, currency, usd_rate, usd_rate_date, amount_usd,
                       business_date, business_date, 'Unprocessed', reason_code, reverses, rule_name, ruleset
                  from earning force index (extract) where extract = %d order by written_id
                  into outfile '%s' character set utf8mb4
                       fields terminated by ',' optionally enclosed by '"' escaped by '' lines terminated by '\\r\\n'
                """.formatted(extract, outfile);
    }

    private void tell(List<Round> rounds) {
        Results.print(
                "Extract of %,d earnings".formatted(settings.claims()),
                List.of("", "Seconds", "Of processors"),
                List.of(
                        Took.row("SELECT … INTO OUTFILE", rounds, Round::outfile),
                        Took.row("rendering", rounds, Round::rendering),
                        Took.row("verifying", rounds, Round::verifying)));
        double exporting = Took.seconds(rounds, Round::outfile);
        results.ratio(
                "extract",
                Took.seconds(rounds, Round::rendering) / exporting,
                "Rendering an extract, times as long as INTO OUTFILE",
                "2",
                false);
        results.ratio(
                "extractVerified",
                Took.seconds(rounds, Round::verifying) / exporting,
                "Verifying it, likewise",
                "2",
                false);
    }
}
