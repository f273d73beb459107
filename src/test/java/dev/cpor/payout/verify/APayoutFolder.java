package dev.cpor.payout.verify;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.payout.AnEarning;
import dev.cpor.payout.FolderSigning;
import dev.cpor.payout.sign.SigningKey;
import dev.cpor.payout.sign.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Four nights, the second of which paid nothing and the last of which was caught up out of date order:
 *
 * <pre>
 * 2026-11-20  OSA 000001, OSU 000001
 * 2026-11-21
 * 2026-11-23  OSU 000002, with two reversals of earnings of OSU 000001
 * 2026-11-19  OSU 000003
 * </pre>
 */
final class APayoutFolder {
    static final String FIRST = "2026-11-20/payout-OSU-2026-11-20-000001";
    static final String FIRST_OF_OSA = "2026-11-20/payout-OSA-2026-11-20-000001";
    static final String SECOND = "2026-11-23/payout-OSU-2026-11-23-000002";

    private static final List<String> NIGHTS = List.of("2026-11-20", "2026-11-21", "2026-11-23", "2026-11-19");
    private static final Map<String, byte[]> FILES = DeliveredNights.four();

    private final Path root;

    private APayoutFolder(Path root) {
        this.root = root;
    }

    static APayoutFolder in(Path root) {
        APayoutFolder folder = new APayoutFolder(root);
        FILES.forEach(folder::write);
        return folder;
    }

    /** One night that paid these earnings of the program OSU. */
    static APayoutFolder paying(Path root, AnEarning... earnings) {
        DeliveredNights.one(root, List.of(earnings));
        return new APayoutFolder(root);
    }

    /** Returns the names of all files, as other methods take them. */
    static List<String> names() {
        return List.copyOf(FILES.keySet());
    }

    /** Signs all of it. */
    APayoutFolder signedWith(SigningKey key) {
        FolderSigning.sign(root, key);
        return this;
    }

    List<String> verify(VerifyingKey... keys) {
        return verify(CurrencyRules.iso4217(), keys);
    }

    List<String> verify(CurrencyRules currencies, VerifyingKey... keys) {
        return PayoutVerification.verify(root, currencies, List.of(keys), null).discrepancies().stream()
                .map(Discrepancy::sentence)
                .toList();
    }

    Path path(String name) {
        return root.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void move(String from, String to) {
        write(to, bytes(from));
        delete(from);
    }

    void swap(String one, String other) {
        byte[] bytes = bytes(one);
        write(one, bytes(other));
        write(other, bytes);
    }

    /** Replaces these files by those of another folder. */
    void take(APayoutFolder other, String... names) {
        for (String name : names) {
            write(name, other.bytes(name));
        }
    }

    /** Puts a symbolic link in the place of a file. */
    void link(String name, Path target) {
        delete(name);
        try {
            Files.createSymbolicLink(path(name), target.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a file as a clumsy forger does: nothing else. */
    void change(String name, UnaryOperator<String> change) {
        String before = text(name);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("The forgery must change " + name);
        }
        write(name, after);
    }

    /** Changes a CSV as a forger does who knows the format: all hashes, of both chains, are right again afterwards. */
    void forge(String extract, UnaryOperator<String> change) {
        change(extract + ".csv", change);
        mendChains();
    }

    /** Makes the hashes of CSVs, manifests and control files right again; sums and rows stay as they were. */
    void mendChains() {
        Forger.mendChains(root, NIGHTS);
    }
}
