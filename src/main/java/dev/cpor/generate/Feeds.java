package dev.cpor.generate;

import org.jspecify.annotations.Nullable;

/** Takes the rows of the feeds, one at a time. */
@FunctionalInterface
interface Feeds {
    /**
     * @param period the part of the file name that says which days the row is of, such as {@code 2026-10}
     * @param values as many as the feed has columns; null where there is none
     */
    void row(Feed feed, String period, @Nullable String... values);
}
