package dev.cpor.payout;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.payout.sign.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Signs the manifests and control files of a payout folder that nights wrote without a key. */
public final class FolderSigning {
    private FolderSigning() {}

    /**
     * What was done.
     *
     * @param signed how many files got a signature
     * @param left how many had one, which stays as it is, whoever made it
     */
    public record Outcome(int signed, int left) {}

    /**
     * Signs every manifest and control file that has no signature yet.
     *
     * @param payoutFolder a whole payout folder, which was verified
     * @throws ClearFailure when a file cannot be read or written; the same call again goes on
     */
    public static Outcome sign(Path payoutFolder, SigningKey key) {
        int signed = 0;
        int left = 0;
        try {
            for (Path night : entries(payoutFolder)) {
                for (Path file : Files.isDirectory(night) ? entries(night) : List.<Path>of()) {
                    String name = String.valueOf(file.getFileName());
                    Path signature = file.resolveSibling(SignatureFile.nameFor(name));
                    if (!isSigned(name)) {
                        continue;
                    }
                    if (Files.exists(signature, LinkOption.NOFOLLOW_LINKS)) {
                        left++;
                    } else {
                        byte[] content = key.sign(Files.readAllBytes(file));
                        OnceFile.write(signature, out -> out.write(content));
                        signed++;
                    }
                }
            }
        } catch (IOException e) {
            throw new ClearFailure(
                    "The folder %s could not be signed to its end (%s); mend that and run the same command again."
                            .formatted(payoutFolder, IoReason.of(e)),
                    e);
        }
        return new Outcome(signed, left);
    }

    private static boolean isSigned(String name) {
        return name.equals(ControlFile.NAME)
                || Extract.named(name)
                        .filter(extract -> name.equals(extract.manifestName()))
                        .isPresent();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
