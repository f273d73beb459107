package dev.cpor.job.payout;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Money;
import dev.cpor.payout.Extract;
import dev.cpor.payout.verify.DeliveredExtracts;
import dev.cpor.payout.verify.HandedOffLine;
import dev.cpor.store.payout.Earnings;
import dev.cpor.store.payout.HandOffs;
import dev.cpor.store.payout.PastExtracts;
import dev.cpor.store.payout.PastExtracts.PastExtract;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The extracts as the tables have them, for a verification of their files. */
public class DatabaseExtracts implements DeliveredExtracts {
    private final PastExtracts past;
    private final Earnings earnings;
    private final HandOffs handOffs;

    DatabaseExtracts(PastExtracts past, Earnings earnings, HandOffs handOffs) {
        this.past = past;
        this.earnings = earnings;
        this.handOffs = handOffs;
    }

    @Override
    public List<Known> extracts() {
        return past.all().stream()
                .map(extract -> new Known(named(extract), sha256(extract)))
                .toList();
    }

    @Override
    public Stream<Earning> earnings(Extract extract) {
        return past.find(extract.program(), extract.businessDate(), extract.sequence())
                .map(found -> earnings.ofExtract(found.id()))
                .orElseGet(Stream::empty);
    }

    @Override
    public SortedMap<LocalDate, String> controls() {
        SortedMap<LocalDate, String> controls = new TreeMap<>();
        past.controls()
                .forEach(control ->
                        controls.put(control.businessDate(), Objects.requireNonNullElse(control.sha256(), "")));
        return controls;
    }

    @Override
    public Stream<String> leftOut() {
        return handOffs.earningsInNoExtract();
    }

    @Override
    public Stream<HandedOffLine> handedOffLines() {
        return handOffs.lines().map(DatabaseExtracts::line);
    }

    @Override
    public Stream<String> unexplained() {
        return handOffs.unexplainedEarnings();
    }

    static Extract named(PastExtract extract) {
        return new Extract(extract.program(), extract.businessDate(), extract.sequence());
    }

    private static @Nullable Fingerprints sha256(PastExtract extract) {
        PastExtracts.Sha256 sha256 = extract.sha256();
        return sha256 == null ? null : new Fingerprints(sha256.csv(), sha256.manifest());
    }

    private static HandedOffLine line(HandOffs.Line line) {
        Money earned = line.earned();
        return new HandedOffLine(
                line.claimId(),
                line.incentive() == Incentive.ELIGIBLE,
                line.run() == null ? null : new HandedOffLine.HandOff(line.reasons(), line.detail()),
                line.lineNo(),
                earned == null ? null : earned.amount().toPlainString() + " " + earned.currency());
    }
}
