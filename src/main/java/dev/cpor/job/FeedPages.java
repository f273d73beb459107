package dev.cpor.job;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.intake.Feed;
import dev.cpor.intake.FeedRow;
import dev.cpor.intake.FeedRows;
import dev.cpor.intake.RowReading;
import dev.cpor.store.intake.StagedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The records of one feed file, page by page. The next page is read on a thread of its own while the database takes this one, so
 * that both work all the time; never more than one page is read ahead.
 */
final class FeedPages implements AutoCloseable {
    private final Feed feed;
    private final FeedRows rows;
    private final BusinessCalendar calendar;
    private final int size;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DaemonThreads("feed"));
    private Future<Page> next;

    /**
     * Some records.
     *
     * @param last whether there are no more after them
     */
    record Page(List<FeedPage.Row> rows, boolean last) {}

    /**
     * Begins to read.
     *
     * @param rows closed with this
     * @param size how many rows a page has at most
     */
    FeedPages(Feed feed, FeedRows rows, BusinessCalendar calendar, int size) {
        this.feed = feed;
        this.rows = rows;
        this.calendar = calendar;
        this.size = size;
        this.next = thread.submit(this::read);
    }

    /**
     * Returns the next page, after the last one of the file an empty one.
     *
     * @throws ClearFailure if the file cannot be read on
     */
    Page take() {
        Page page = outcome(next);
        next = thread.submit(this::read);
        return page;
    }

    private Page read() {
        List<FeedPage.Row> page = new ArrayList<>();
        while (page.size() < size && rows.hasNext()) {
            FeedRow row = rows.next();
            page.add(new FeedPage.Row(row, RowReading.read(feed, row, calendar), StagedRows.content(row.fields())));
        }
        return new Page(page, !rows.hasNext());
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClearFailure("Reading feeds was interrupted; start the night again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Closes the file, once the page that is being read is there. */
    @Override
    public void close() {
        Future<?> closed = thread.submit(rows::close);
        thread.shutdown();
        outcome(closed);
    }
}
