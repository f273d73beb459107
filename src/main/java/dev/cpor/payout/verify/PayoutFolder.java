package dev.cpor.payout.verify;

import dev.cpor.domain.IoReason;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.SignatureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which files a payout folder holds, by what they are; those that are nothing are discrepancies. */
final class PayoutFolder {
    private final Path root;
    private final Discrepancies found;
    private final SortedMap<LocalDate, Boolean> nights = new TreeMap<>();
    private final SortedSet<Extract> csvs = new TreeSet<>();
    private final SortedSet<Extract> manifests = new TreeSet<>();
    private final SortedSet<String> signed = new TreeSet<>();

    private PayoutFolder(Path root, Discrepancies found) {
        this.root = root;
        this.found = found;
    }

    static PayoutFolder list(Path root, Discrepancies found) {
        PayoutFolder folder = new PayoutFolder(root, found);
        if (!Files.isDirectory(root)) {
            found.add(
                    root.toString(), "there is no such folder; expected was a whole payout folder such as out/payout");
            return folder;
        }
        folder.entries(root, root.toString()).forEach(folder::addNight);
        if (folder.nights.isEmpty()) {
            found.add(
                    root.toString(),
                    "it holds no folder of a business date such as 2026-11-20, so it is no payout folder");
        }
        folder.reportHalves();
        return folder;
    }

    /** The business dates that have a folder, each with whether it has a control file. */
    SortedMap<LocalDate, Boolean> nights() {
        return Collections.unmodifiableSortedMap(nights);
    }

    SortedSet<Extract> csvs() {
        return Collections.unmodifiableSortedSet(csvs);
    }

    SortedSet<Extract> manifests() {
        return Collections.unmodifiableSortedSet(manifests);
    }

    boolean hasCsv(Extract extract) {
        return csvs.contains(extract);
    }

    /** Says whether there is a signature for a file, named as this class names it. */
    boolean hasSignature(String file) {
        return signed.contains(file);
    }

    Path path(String relative) {
        return root.resolve(relative);
    }

    static String csv(Extract extract) {
        return extract.businessDate() + "/" + extract.fileName();
    }

    static String manifest(Extract extract) {
        return extract.businessDate() + "/" + extract.manifestName();
    }

    static String control(LocalDate businessDate) {
        return businessDate + "/" + ControlFile.NAME;
    }

    private void addNight(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Optional<LocalDate> date = date(name);
        if (date.isEmpty() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            found.add(name, "it does not belong here; expected were only folders of business dates such as 2026-11-20");
            return;
        }
        nights.put(date.get(), false);
        entries(folder, name).forEach(file -> addFile(date.get(), file));
        if (Boolean.FALSE.equals(nights.get(date.get()))) {
            found.add(
                    name,
                    "its " + ControlFile.NAME
                            + " is missing, so that night did not end or its file was taken away; run that night again");
        }
    }

    private void addFile(LocalDate date, Path file) {
        String name = String.valueOf(file.getFileName());
        String relative = date + "/" + name;
        Optional<Extract> extract = Extract.named(name);
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (regular && name.equals(ControlFile.NAME)) {
            nights.put(date, true);
        } else if (regular && extract.isPresent()) {
            addExtract(date, relative, name, extract.get());
        } else if (regular && isSignature(date, name)) {
            signed.add(date + "/" + SignatureFile.signedBy(name));
        } else if (name.startsWith(".") && name.endsWith(".tmp")) {
            found.add(
                    relative,
                    "it is what a killed night left over; no reader takes it, and running that night again removes it");
        } else {
            found.add(
                    relative,
                    "it does not belong here; expected were only extracts, their manifests, " + ControlFile.NAME
                            + " and signatures of these two");
        }
    }

    private static boolean isSignature(LocalDate date, String name) {
        if (!SignatureFile.isOne(name)) {
            return false;
        }
        String signed = SignatureFile.signedBy(name);
        return signed.equals(ControlFile.NAME)
                || Extract.named(signed)
                        .filter(extract -> signed.equals(extract.manifestName())
                                && extract.businessDate().equals(date))
                        .isPresent();
    }

    private void addExtract(LocalDate date, String relative, String name, Extract extract) {
        if (!extract.businessDate().equals(date)) {
            found.add(relative, "it does not belong here; its name says the business date " + extract.businessDate());
        } else if (name.equals(extract.manifestName())) {
            manifests.add(extract);
        } else {
            csvs.add(extract);
        }
    }

    private void reportHalves() {
        csvs.stream()
                .filter(extract -> !manifests.contains(extract))
                .forEach(extract -> found.add(
                        csv(extract), "its manifest is missing, so no reader may take it; run that night again"));
        manifests.stream()
                .filter(extract -> !csvs.contains(extract))
                .forEach(extract -> found.add(manifest(extract), "its CSV " + extract.fileName() + " is missing"));
        Set<String> there = new TreeSet<>();
        manifests.forEach(extract -> there.add(manifest(extract)));
        nights.forEach((date, hasControl) -> there.addAll(hasControl ? List.of(control(date)) : List.of()));
        signed.stream()
                .filter(file -> !there.contains(file))
                .forEach(file -> found.add(
                        SignatureFile.nameFor(file), "the file that it signs is missing; run that night again"));
    }

    private List<Path> entries(Path folder, String name) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            found.add(name, "it cannot be listed (" + IoReason.of(e) + ")");
            return List.of();
        }
    }

    private static Optional<LocalDate> date(String name) {
        try {
            LocalDate date = LocalDate.parse(name);
            return date.toString().equals(name) ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
