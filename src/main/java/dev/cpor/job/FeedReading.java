package dev.cpor.job;

import dev.cpor.intake.FeedFile;
import dev.cpor.intake.Inbox;
import dev.cpor.intake.Inspection;
import dev.cpor.job.request.Folders;
import dev.cpor.store.intake.FeedFiles;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the feed files of the inbox that were not read before, page by page. How far a file was read stands in the database,
 * written with its rows, so a restart goes on in the middle of a file, whichever command starts it.
 */
final class FeedReading implements ItemStreamReader<FeedPage> {
    private final NightWork work;
    private final FeedFiles files;
    private final Folders folders;
    private Iterator<FeedFile> inbox = List.<FeedFile>of().iterator();
    private @Nullable OpenFile current;

    /**
     * A file that is being read.
     *
     * @param records how many it has, for the progress
     */
    private record OpenFile(FeedFile file, long id, FeedPages pages, long records) {
        long kibibytes(int records) {
            return this.records == 0 ? 0 : file.bytes() * records / this.records / 1024;
        }
    }

    FeedReading(NightWork work, FeedFiles files, Folders folders) {
        this.work = work;
        this.files = files;
        this.folders = folders;
    }

    @Override
    public void open(ExecutionContext context) {
        Inbox looked = Inbox.of(work.hand().inbox());
        List<FeedFile> found = looked.files();
        work.hand()
                .progress()
                .start(
                        "Reading feeds, in KiB",
                        found.stream().mapToLong(FeedFile::bytes).sum() / 1024);
        if (!looked.ignored().isEmpty()) {
            work.hand()
                    .progress()
                    .note(
                            "Left alone, for their names are of no feed: %s; a feed file is named like claims-2026-11-20.csv."
                                    .formatted(String.join(", ", looked.ignored())));
        }
        inbox = found.iterator();
    }

    @Override
    public @Nullable FeedPage read() {
        while (current == null) {
            if (!inbox.hasNext()) {
                work.hand().progress().end();
                return null;
            }
            current = begin(inbox.next());
        }
        OpenFile open = current;
        FeedPages.Page page = open.pages().take();
        work.hand().progress().advance(open.kibibytes(page.rows().size()));
        if (page.last()) {
            close();
        }
        return new FeedPage(open.file(), open.id(), page.rows(), page.last());
    }

    /**
     * Says whether a file lies in the inbox that was not read to its end.
     *
     * @throws ClearFailure if there is no inbox
     */
    boolean hasUnread() {
        return Inbox.of(folders.inbox()).files().stream().anyMatch(file -> !isOver(file));
    }

    /** Says whether a file was read to its end, or refused. */
    private boolean isOver(FeedFile file) {
        String sha256 = file.sha256();
        return sha256 != null
                && files.bySha256(sha256)
                        .filter(seen -> seen.state() != FeedFiles.State.READING)
                        .isPresent();
    }

    /** Begins or goes on with a file; null when there is nothing to read in it. */
    private @Nullable OpenFile begin(FeedFile file) {
        if (isOver(file)) {
            work.hand().progress().advance(file.bytes() / 1024);
            return null;
        }
        Inspection inspection = file.inspect(work.hand().calendar());
        if (inspection instanceof Inspection.Unreadable unreadable) {
            files.refuse(
                    work.night(), unreadable.sha256(), file.name(), file.feed().name(), unreadable.message());
            work.hand().progress().note(unreadable.message());
            return null;
        }
        Inspection.Readable readable = (Inspection.Readable) inspection;
        // Asked again, for the file may have been replaced in between.
        FeedFiles.Seen seen = files.bySha256(readable.sha256())
                .orElseGet(() -> files.begin(
                        work.night(),
                        readable.sha256(),
                        file.name(),
                        file.feed().name()));
        FeedPages pages = new FeedPages(
                file.feed(),
                file.rows(seen.records()),
                work.hand().calendar(),
                work.hand().settings().feedRows());
        return new OpenFile(file, seen.id(), pages, readable.rows());
    }

    @Override
    public void close() {
        OpenFile open = current;
        current = null;
        if (open != null) {
            open.pages().close();
        }
    }
}
