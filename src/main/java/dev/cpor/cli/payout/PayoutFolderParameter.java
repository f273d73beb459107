package dev.cpor.cli.payout;

import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.settings.NightlySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The payout folder that is to be verified. */
final class PayoutFolderParameter {
    @Parameters(paramLabel = "DIR", description = "A whole payout folder, such as out/payout.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** @throws ClearFailure if there is no such folder */
    Path path() {
        if (!Files.isDirectory(folder)) {
            throw new ClearFailure(
                    "%s is not a folder; name the payout folder of a night, such as out/payout.".formatted(folder));
        }
        return folder;
    }

    /** Whoever verifies a copy of the folder elsewhere has no settings, and amounts as ISO 4217 wants them. */
    static CurrencyRules currencies(SharedOptions settings) {
        return Files.exists(settings.jobs().resolve(NightlySettings.FILE))
                ? NightlySettings.read(settings.jobs()).currencies().rules()
                : CurrencyRules.iso4217();
    }
}
