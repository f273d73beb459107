package dev.cpor.generate;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the seven feeds of a believable time. A claim's rows follow from the seed and its number alone, so that they are
 * streamed: memory does not grow with the number of claims.
 */
public final class FeedGenerator {
    private static final int CLAIMS_PER_PARTNER = 40;
    private static final int LEAST_PARTNERS = 5;
    private static final int CLAIMS_PER_CUSTOMER = 3;

    private FeedGenerator() {}

    /**
     * Writes the feeds into a new folder, one file for each month, or one in all for partners, customers and exchange
     * rates. The same options give the same bytes, whatever machine, language or zone. The folder appears when
     * everything is written, or not at all.
     *
     * @return how many rows were written
     * @throws ClearFailure if the folder holds something already, or cannot be written
     */
    public static Generated generate(GeneratorOptions options) {
        Generated[] result = new Generated[1];
        FreshFolder.fill(options.into(), folder -> result[0] = writeTo(folder, options));
        return result[0];
    }

    private static Generated writeTo(Path folder, GeneratorOptions options) throws IOException {
        try (FeedFiles files = new FeedFiles(folder)) {
            String period = options.to().toString();
            write(options, period, files);
            String month = period.substring(0, 7);
            files.start(Feed.EVENTS, month);
            files.start(Feed.DISPUTES, month);
            return new Generated(
                    files.rows(Feed.PARTNERS),
                    files.rows(Feed.CUSTOMERS),
                    files.rows(Feed.EXCHANGE_RATES),
                    files.rows(Feed.CLAIMS),
                    files.rows(Feed.CLAIM_LINES),
                    files.rows(Feed.EVENTS),
                    files.rows(Feed.DISPUTES));
        }
    }

    /** Writes all rows to wherever they shall go. */
    static void write(GeneratorOptions options, String period, Feeds feeds) {
        long seed = options.seed();
        Partners partners = new Partners(seed, Math.max(LEAST_PARTNERS, options.claims() / CLAIMS_PER_PARTNER));
        Customers customers = new Customers(seed, Math.max(1, options.claims() / CLAIMS_PER_CUSTOMER), partners);
        Timeline timeline = new Timeline(options.from(), options.to());
        partners.writeTo(feeds, period);
        customers.writeTo(feeds, period);
        ExchangeRateHistory.writeTo(feeds, period, seed, options.from(), options.to());
        new Claims(partners, customers, timeline, feeds).write(seed, options.claims());
    }
}
