package dev.cpor.cli.payout;

import static dev.cpor.report.Tables.row;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.payout.DatabaseExtracts;
import dev.cpor.payout.sign.VerifyingKey;
import dev.cpor.payout.verify.PayoutVerification;
import dev.cpor.payout.verify.Verified;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies payout files, and says in one sentence each what is wrong. */
@Command(
        name = "verify",
        description = {
            "Verify the files of a whole payout folder: bytes, rows, amounts, totals, sequences and chains.",
            "It needs nothing but the files, so that a copy of the folder can be verified anywhere."
        })
final class PayoutVerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PayoutFolderParameter parameter;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = {
                "Demand a valid signature of every manifest and control file, by the pair of this public key (PEM).",
                "Given several times, any of the keys will do."
            })
    private List<Path> keys = List.of();

    @Option(
            names = "--against",
            description = "Compare with the database besides: every earning in every column, every handed-off claim.")
    private boolean against;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        Path folder = parameter.path();
        List<VerifyingKey> verifying = keys.stream().map(VerifyingKey::read).toList();
        Verified verified =
                against ? againstDatabase(settings, folder, verifying) : verify(settings, folder, verifying);
        PrintWriter out = settings.console().out();
        verified.discrepancies().forEach(one -> out.println(one.sentence()));
        if (verified.isWhole()) {
            summarize(folder, verified, out);
        }
        return verified.isWhole() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private Verified verify(SharedOptions settings, Path folder, List<VerifyingKey> verifying) {
        return PayoutVerification.verify(folder, PayoutFolderParameter.currencies(settings), verifying, null);
    }

    private Verified againstDatabase(SharedOptions settings, Path folder, List<VerifyingKey> verifying) {
        try (Session session = Session.open(settings)) {
            return PayoutVerification.verify(
                    folder, PayoutFolderParameter.currencies(settings), verifying, session.get(DatabaseExtracts.class));
        }
    }

    private void summarize(Path folder, Verified verified, PrintWriter out) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row("nights", verified.nights()));
        rows.add(row("extracts", verified.extracts()));
        rows.add(row("rows", verified.totals().rows()));
        verified.totals().sums().forEach((currency, sum) -> rows.add(row("sum in " + currency, sum)));
        rows.add(row("all of it in USD", verified.totals().usd()));
        if (!keys.isEmpty()) {
            rows.add(row("valid signatures", verified.signatures()));
        }
        Verified.Agreed agreed = verified.agreed();
        if (agreed != null) {
            rows.add(row("rows equal in the database", agreed.earnings()));
            rows.add(row("handed-off claims accounted for", agreed.handOffs()));
        }
        out.printf("%s is whole: bytes, totals, sequence and chain agree.%n", folder);
        Tables.write(OutputFormat.TABLE, List.of(Column.text("verified"), Column.number("found")), rows.stream(), out);
    }
}
