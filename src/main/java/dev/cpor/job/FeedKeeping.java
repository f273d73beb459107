package dev.cpor.job;

import dev.cpor.domain.Customer;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Partner;
import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.Refusal;
import dev.cpor.domain.RejectCode;
import dev.cpor.intake.Feed;
import dev.cpor.intake.FeedRow;
import dev.cpor.intake.Parsed;
import dev.cpor.store.intake.FeedFiles;
import dev.cpor.store.intake.ReferenceRows;
import dev.cpor.store.intake.Rejects;
import dev.cpor.store.intake.StagedRows;
import dev.cpor.store.night.Lease;
import dev.cpor.store.payout.PaymentResults;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Keeps the rows of a page: reference rows and payment results apply at once, rows about claims wait for their turn, and what a row shows to be
 * wrong by itself is refused here.
 */
final class FeedKeeping implements ItemWriter<FeedPage> {
    private final NightWork work;
    private final Lease lease;
    private final FeedFiles files;
    private final StagedRows staged;
    private final ReferenceRows references;
    private final PaymentResults payments;
    private final Rejects rejects;

    /** The number of the file in which an id came that was taken before: where there is one, there are mostly more. */
    private long repeating;

    FeedKeeping(
            NightWork work,
            Lease lease,
            FeedFiles files,
            StagedRows staged,
            ReferenceRows references,
            PaymentResults payments,
            Rejects rejects) {
        this.work = work;
        this.lease = lease;
        this.files = files;
        this.staged = staged;
        this.references = references;
        this.payments = payments;
        this.rejects = rejects;
    }

    @Override
    public void write(Chunk<? extends FeedPage> pages) {
        pages.forEach(this::keep);
        lease.check(work.night());
    }

    private void keep(FeedPage page) {
        Sorted sorted = sort(page, Map.of());
        if (!takesIds(page.file().feed())) {
            staged.keep(work.night(), page.id(), sorted.kept);
        } else if (page.id() == repeating || !staged.keepIfFree(work.night(), page.id(), sorted.kept)) {
            repeating = page.id();
            sorted = sort(page, taken(page));
            staged.keep(work.night(), page.id(), sorted.kept);
        }
        references.putPartners(sorted.partners);
        references.putCustomers(sorted.customers);
        references.putExchangeRates(sorted.rates);
        sorted.payments.write(work.night());
        rejects.add(work.night(), sorted.rejected);
        files.advance(page.id(), page.rows().size(), sorted.duplicates);
        if (page.last()) {
            files.finish(page.id());
        }
    }

    private Sorted sort(FeedPage page, Map<String, List<String>> taken) {
        PaymentKeeping answers = new PaymentKeeping(
                payments, page.rows().stream().map(FeedPage.Row::parsed).toList());
        Sorted sorted = new Sorted(page, taken, answers);
        page.rows().forEach(sorted::add);
        return sorted;
    }

    private Map<String, List<String>> taken(FeedPage page) {
        return staged.taken(
                page.file().feed(),
                page.rows().stream().map(read -> read.row().key()).toList());
    }

    /** Reference rows, payment results and claim lines may come again and again; the others are told apart by their ids. */
    private static boolean takesIds(Feed feed) {
        return feed.timeColumn() != null;
    }

    /** The rows of a page, sorted by what becomes of them. */
    private final class Sorted {
        private final FeedPage page;
        private final Map<String, List<String>> taken;
        private final List<Partner> partners = new ArrayList<>();
        private final List<Customer> customers = new ArrayList<>();
        private final List<ExchangeRate> rates = new ArrayList<>();
        private final PaymentKeeping payments;
        private final List<StagedRows.Staging> kept = new ArrayList<>();
        private final List<Rejects.Rejected> rejected = new ArrayList<>();
        private int duplicates;

        Sorted(FeedPage page, Map<String, List<String>> taken, PaymentKeeping payments) {
            this.page = page;
            this.taken = new HashMap<>(taken);
            this.payments = payments;
        }

        void add(FeedPage.Row read) {
            Parsed parsed = read.parsed();
            if (parsed instanceof Parsed.Bad bad) {
                reject(read.row(), bad.refusal());
            } else if (parsed instanceof Parsed.PartnerRow one) {
                partners.add(one.partner());
                keep(read, null, null);
            } else if (parsed instanceof Parsed.CustomerRow one) {
                customers.add(one.customer());
                keep(read, null, null);
            } else if (parsed instanceof Parsed.ExchangeRateRow one) {
                rates.add(one.rate());
                keep(read, null, null);
            } else if (parsed instanceof Parsed.PaymentResultRow one) {
                payment(read, one.result());
            } else if (parsed instanceof Parsed.LineOfClaim one) {
                keep(read, one.claimId(), null);
            } else if (parsed instanceof Parsed.InTurn one) {
                inTurn(read, one);
            }
        }

        private void inTurn(FeedPage.Row read, Parsed.InTurn value) {
            FeedRow row = read.row();
            List<String> before = taken.get(row.key());
            if (before == null) {
                taken.put(row.key(), row.fields());
                keep(read, value.claimId(), value.day());
            } else if (before.equals(row.fields())) {
                duplicates++;
            } else {
                reject(
                        row,
                        new Refusal(
                                RejectCode.ID_TAKEN,
                                "The id %s was used before with other content; give this row an id of its own."
                                        .formatted(row.key())));
            }
        }

        private void payment(FeedPage.Row read, PaymentResult result) {
            PaymentKeeping.Taken taken = payments.take(result);
            if (taken instanceof PaymentKeeping.Refused refused) {
                reject(read.row(), refused.refusal());
            } else if (taken instanceof PaymentKeeping.Duplicate) {
                duplicates++;
            } else {
                keep(read, null, null);
            }
        }

        private void keep(FeedPage.Row read, @Nullable String claimId, @Nullable LocalDate day) {
            Feed feed = page.file().feed();
            FeedRow row = read.row();
            kept.add(new StagedRows.Staging(feed, row.line(), row.key(), claimId, day, takesIds(feed), read.content()));
        }

        private void reject(FeedRow row, Refusal refusal) {
            rejected.add(new Rejects.Rejected(page.id(), row.line(), row.key(), refusal, row.raw()));
        }
    }
}
