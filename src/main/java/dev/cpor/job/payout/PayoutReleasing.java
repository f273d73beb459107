package dev.cpor.job.payout;

import dev.cpor.domain.ClearFailure;
import dev.cpor.job.request.Folders;
import dev.cpor.job.request.Person;
import dev.cpor.payout.Extract;
import dev.cpor.payout.delivery.ReleasedFile;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.payout.PayoutReleases;
import dev.cpor.store.payout.PayoutReleases.Act;
import dev.cpor.store.payout.PayoutReleases.Standing;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets extracts go to finance: one person prepares, another releases, and only what is released is delivered. */
public class PayoutReleasing {
    private final PayoutReleases releases;
    private final Delivering delivering;
    private final Folders folders;
    private final boolean alone;

    PayoutReleasing(PayoutReleases releases, Delivering delivering, Folders folders, NightlySettings settings) {
        this.releases = releases;
        this.delivering = delivering;
        this.folders = folders;
        this.alone = settings.payout().releaseSteps() == 1;
    }

    /** What a call did. */
    public enum Done {
        /** The first of two persons answers for it. */
        PREPARED,
        /** It was released and delivered. */
        RELEASED,
        /** It was released before, and is delivered now. */
        DELIVERED,
        /** It was released and delivered before. */
        NOTHING
    }

    /**
     * What became of an extract.
     *
     * @param unreleasedBefore the extract of the same program before it, where that is not released
     */
    public record Outcome(
            Done done, Standing standing, @Nullable Standing unreleasedBefore) {}

    /** Returns the extracts that are still to be prepared, released or delivered, by program and sequence. */
    public List<Standing> waiting() {
        return releases.all().stream()
                .filter(extract -> !delivering.isComplete(extract))
                .toList();
    }

    /**
     * Prepares an extract or releases one that was prepared, and delivers what is released. What was done before is not done
     * again, so that a call that was killed is simply repeated.
     *
     * @param file the CSV, or its name alone for the one in the payout folder
     * @param by the name of whoever answers for it
     * @throws ClearFailure if there is no such extract, its files are not what the night wrote, the same person prepared it, or
     *     it cannot be delivered; what was noted stays
     */
    public Outcome release(Path file, String by) {
        Person person = new Person(by);
        Extract extract = named(file);
        Standing before = standing(extract);
        if (delivering.isComplete(before)) {
            return outcome(Done.NOTHING, extract);
        }
        delivering.check();
        List<ReleasedFile> files = files(file, extract, before);
        Done done = before.released() != null ? Done.DELIVERED : answer(extract, before, files, person);
        if (done != Done.PREPARED) {
            delivering.deliver(before, files);
        }
        return outcome(done, extract);
    }

    private Done answer(Extract extract, Standing before, List<ReleasedFile> files, Person person) {
        files.forEach(ReleasedFile::check);
        Act prepared = before.prepared();
        if (alone) {
            boolean done = prepared == null
                    ? releases.releaseUnprepared(before, person.name(), delivering.sends())
                    : releases.release(before, person.name(), 1, delivering.sends());
            return noted(done, extract, Done.RELEASED);
        }
        if (prepared == null) {
            return noted(releases.prepare(before, person.name()), extract, Done.PREPARED);
        }
        if (person.isSameAs(new Person(prepared.by()))) {
            throw new ClearFailure(
                    "%s prepared %s and cannot release it as well; let a second person release it with: cpor payout release %s --as NAME."
                            .formatted(prepared.by(), extract.fileName(), extract.fileName()));
        }
        return noted(releases.release(before, person.name(), 2, delivering.sends()), extract, Done.RELEASED);
    }

    private static Done noted(boolean noted, Extract extract, Done done) {
        if (!noted) {
            throw new ClearFailure("Somebody else prepared or released %s a moment ago; see who with: cpor payout list."
                    .formatted(extract.fileName()));
        }
        return done;
    }

    private static Extract named(Path file) {
        String name = String.valueOf(file.getFileName());
        Extract extract = Extract.named(name)
                .orElseThrow(() -> new ClearFailure(
                        "%s is not the name of an extract, which looks like payout-OSU-2026-11-20-000001.csv; see those that there are with: cpor payout list."
                                .formatted(name)));
        if (!name.equals(extract.fileName())) {
            throw new ClearFailure(
                    "%s is a manifest; name its CSV, %s, which takes it along.".formatted(name, extract.fileName()));
        }
        return extract;
    }

    private Standing standing(Extract extract) {
        return releases.of(extract.program(), extract.sequence())
                .filter(standing -> standing.businessDate().equals(extract.businessDate()))
                .orElseThrow(() -> new ClearFailure(
                        "No night has written %s; see the extracts that there are with: cpor payout list."
                                .formatted(extract.fileName())));
    }

    private List<ReleasedFile> files(Path file, Extract extract, Standing standing) {
        String csv = standing.csvSha256();
        String manifest = standing.manifestSha256();
        if (csv == null || manifest == null) {
            throw new ClearFailure(
                    "The night of %s has not written %s to its end; run it again with: cpor nightly --date %s."
                            .formatted(extract.businessDate(), extract.fileName(), extract.businessDate()));
        }
        Path folder = file.getParent() != null
                ? file.getParent()
                : folders.payout().resolve(extract.businessDate().toString());
        return ReleasedFile.of(folder, extract, csv, manifest);
    }

    private Outcome outcome(Done done, Extract extract) {
        return new Outcome(
                done,
                standing(extract),
                releases.all().stream()
                        .filter(one -> one.program() == extract.program() && one.sequence() < extract.sequence())
                        .max(Comparator.comparing(Standing::sequence))
                        .filter(one -> one.released() == null)
                        .orElse(null));
    }
}
