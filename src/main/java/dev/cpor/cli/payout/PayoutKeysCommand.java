package dev.cpor.cli.payout;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.payout.sign.KeyFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the keys with which extracts are signed and verified. */
@Command(
        name = "keys",
        description = {
            "Make a pair of keys (Ed25519): the private one for signing, the public one for whoever verifies.",
            "Needs no database, and overwrites nothing."
        })
final class PayoutKeysCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the two files; made when it is missing.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        KeyFiles files = KeyFiles.make(folder);
        settings.console()
                .out()
                .printf(
                        "The private key is in %s, readable by its owner only; nights sign with it when nightly.yaml names it as payout: signingKey.%n",
                        files.privateKey());
        settings.console()
                .out()
                .printf(
                        "The public key is in %s; give it to whoever verifies, on another way than the extracts.%n",
                        files.publicKey());
        return ExitStatus.DONE;
    }
}
