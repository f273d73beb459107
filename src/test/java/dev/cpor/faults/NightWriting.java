package dev.cpor.faults;

import dev.cpor.domain.Program;
import dev.cpor.payout.AnEarning;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.ExtractWriter;
import dev.cpor.payout.Written;
import dev.cpor.payout.sign.SigningKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes the payout files of one night: an extract of several buffers, its manifest, the control file, and signatures. */
public final class NightWriting {
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");
    private static final Extract EXTRACT = new Extract(Program.OSU, DATE, 1);
    private static final int ROWS = 500;

    private NightWriting() {}

    /** @param args the payout folder and the file of the private key */
    public static void main(String[] args) {
        write(Path.of(args[0]), SigningKey.read(Path.of(args[1])));
    }

    static void write(Path payout, SigningKey key) {
        Written written = new ExtractWriter(payout, AnEarning.RULESET, 1, key)
                .write(
                        EXTRACT,
                        IntStream.range(0, ROWS).mapToObj(i -> AnEarning.anEarning()
                                .ofClaim("C-%06d".formatted(i))
                                .on(DATE)
                                .build()),
                        null);
        Map<String, String> manifests = Map.of(EXTRACT.manifestName(), written.manifestSha256());
        ControlFile.write(payout, new Control(DATE, new TreeMap<>(manifests), null), key);
    }
}
