package dev.cpor.cli.payout;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ClearFailure;
import dev.cpor.payout.FolderSigning;
import dev.cpor.payout.sign.SigningKey;
import dev.cpor.payout.verify.Discrepancy;
import dev.cpor.payout.verify.PayoutVerification;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs the extracts of nights that did not sign. */
@Command(
        name = "sign",
        description = {
            "Sign every manifest and control file of a payout folder that has no signature yet.",
            "The folder is verified first, and nothing is signed when anything is wrong. Needs no database."
        })
final class PayoutSignCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PayoutFolderParameter parameter;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The private key (PEM), as cpor payout keys or openssl genpkey -algorithm ed25519 makes it.")
    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        Path folder = parameter.path();
        SigningKey signing = SigningKey.read(key);
        List<Discrepancy> wrong = PayoutVerification.verify(folder, PayoutFolderParameter.currencies(settings))
                .discrepancies();
        wrong.forEach(one -> settings.console().out().println(one.sentence()));
        if (!wrong.isEmpty()) {
            throw new ClearFailure("%s is not signed, because it is not whole.".formatted(folder));
        }
        FolderSigning.Outcome outcome = FolderSigning.sign(folder, signing);
        settings.console()
                .out()
                .printf(
                        "%,d files of %s are signed now; %,d had a signature and keep it.%n",
                        outcome.signed(), folder, outcome.left());
        return ExitStatus.DONE;
    }
}
