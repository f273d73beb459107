package dev.cpor.job;

import dev.cpor.intake.FeedFile;
import dev.cpor.intake.FeedRow;
import dev.cpor.intake.FeedRows;
import dev.cpor.intake.Inbox;
import dev.cpor.intake.Inspection;
import dev.cpor.store.FeedFiles;
import java.util.ArrayList;
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
    private Iterator<FeedFile> inbox = List.<FeedFile>of().iterator();
    private @Nullable OpenFile current;

    private record OpenFile(FeedFile file, long id, FeedRows rows) {}

    FeedReading(NightWork work, FeedFiles files) {
        this.work = work;
        this.files = files;
    }

    @Override
    public void open(ExecutionContext context) {
        Inbox looked = Inbox.of(work.hand().inbox());
        List<FeedFile> found = looked.files();
        work.hand().progress().start("Reading feeds", found.size());
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
        List<FeedRow> rows = new ArrayList<>();
        while (rows.size() < work.hand().settings().chunk() && open.rows().hasNext()) {
            rows.add(open.rows().next());
        }
        boolean last = !open.rows().hasNext();
        if (last) {
            close();
            work.hand().progress().advance(1);
        }
        return new FeedPage(open.file(), open.id(), rows, last);
    }

    /** Begins or goes on with a file; null when there is nothing to read in it. */
    private @Nullable OpenFile begin(FeedFile file) {
        FeedFiles.@Nullable Seen seen = seen(file, file.inspect(work.hand().calendar()));
        if (seen == null || seen.state() != FeedFiles.State.READING) {
            work.hand().progress().advance(1);
            return null;
        }
        return new OpenFile(file, seen.id(), file.rows(seen.records()));
    }

    private FeedFiles.@Nullable Seen seen(FeedFile file, Inspection inspection) {
        String feed = file.feed().name();
        if (inspection instanceof Inspection.Readable readable) {
            return files.bySha256(readable.sha256())
                    .orElseGet(() -> files.begin(work.night(), readable.sha256(), file.name(), feed));
        }
        Inspection.Unreadable unreadable = (Inspection.Unreadable) inspection;
        String sha256 = unreadable.sha256();
        FeedFiles.Seen before = sha256 == null ? null : files.bySha256(sha256).orElse(null);
        if (before == null) {
            files.refuse(work.night(), sha256, file.name(), feed, unreadable.message());
            work.hand().progress().note(unreadable.message());
        }
        return before;
    }

    @Override
    public void close() {
        OpenFile open = current;
        current = null;
        if (open != null) {
            open.rows().close();
        }
    }
}
