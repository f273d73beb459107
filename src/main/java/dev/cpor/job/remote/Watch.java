package dev.cpor.job.remote;

import dev.cpor.broker.PartitionOffer;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.NightWork;
import dev.cpor.report.Progress;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.remote.Attempt;
import dev.cpor.store.remote.OfferedPartitions;
import dev.cpor.store.remote.OfferedPartitions.Offered;
import dev.cpor.store.remote.OfferedPartitions.State;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the partitions of a night until each is evaluated. Whatever the broker and the workers do or fail to do, it
 * comes to an end: a partition whose worker has vanished is offered again, and when no worker takes any, the night evaluates
 * them itself. It waits only while somebody works.
 */
final class Watch {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration BETWEEN_SUMS = Duration.ofSeconds(1);
    private static final int MOST_FRUITLESS = 5;

    private final OfferedPartitions offered;
    private final Tallies tallies;
    private final Offering offering;
    private final OwnHands hands;
    private final Map<Long, IdRange> ranges;
    private final Night night;
    private final NightlySettings settings;
    private final Progress progress;
    private final Set<Attempt> givenUp = new HashSet<>();
    private List<Offered> before = List.of();
    private long lastSign = System.nanoTime();
    private boolean joined;
    private long told;
    private long toldAt = System.nanoTime();

    /** @param ranges the claims of each partition, by its number */
    Watch(
            OfferedPartitions offered,
            Tallies tallies,
            Offering offering,
            OwnHands hands,
            Map<Long, IdRange> ranges,
            NightWork work) {
        this.offered = offered;
        this.tallies = tallies;
        this.offering = offering;
        this.hands = hands;
        this.ranges = ranges;
        this.night = work.night();
        this.settings = work.hand().settings();
        this.progress = work.hand().progress();
        this.told = elsewhere();
    }

    /**
     * Returns when every partition is evaluated.
     *
     * @throws ClearFailure if one cannot be
     */
    void untilAllAreEvaluated() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!look()) {
                if (never.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClearFailure("Waiting for the workers was interrupted; start the night again.", e);
        }
    }

    private boolean look() {
        List<Offered> now = partitions();
        if (now.stream().allMatch(partition -> partition.state() == State.COMPLETED)) {
            tell();
            return true;
        }
        if (since(toldAt).compareTo(BETWEEN_SUMS) > 0) {
            tell();
        }
        boolean anyWorks = now.stream().anyMatch(partition -> partition.isTaken() && !isGone(partition));
        if (anyWorks || !now.equals(before)) {
            lastSign = System.nanoTime();
        }
        before = now;
        now.stream().filter(Watch::isTakenOverDue).forEach(this::takeOver);
        List<Offered> free = now.stream().filter(Offered::isFree).toList();
        // Before the broker is asked: one that is away may take long to say so.
        evaluateHere(free);
        offering.send(free.stream()
                .filter(partition -> !isLastAttempt(partition))
                .map(Watch::offer)
                .toList());
        beImpatient();
        evaluateHere(free);
        return false;
    }

    private void evaluateHere(List<Offered> free) {
        free.stream()
                .filter(partition -> joined || offering.isAway() || isLastAttempt(partition))
                .map(Watch::offer)
                .forEach(hands::take);
    }

    private List<Offered> partitions() {
        List<Offered> now = offered
                .of(night, settings.lease().expiry(), settings.remote().pageTime())
                .stream()
                .filter(partition -> ranges.containsKey(partition.attempt().partition()))
                .toList();
        if (now.size() != ranges.size() || now.stream().anyMatch(partition -> partition.state() == State.CLOSED)) {
            throw new ClearFailure(
                    "Somebody has closed the partitions of this night, which is not over; see with cpor runs list whether another start has taken over, else run the same command again to go on.");
        }
        now.forEach(this::check);
        return now;
    }

    private void beImpatient() {
        Duration patience = settings.remote().patience();
        if (!joined && since(lastSign).compareTo(patience) > 0) {
            joined = true;
            progress.note(
                    "No worker of cpor %s has taken any of the claims that are left for %.0f seconds; this night evaluates them itself."
                            .formatted(ProgramVersion.own(), patience.toMillis() / 1e3));
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static boolean isGone(Offered partition) {
        return partition.silent() || partition.stuck();
    }

    private static boolean isTakenOverDue(Offered partition) {
        return partition.isTaken() && isGone(partition);
    }

    /** Whatever is wrong with the workers, it must not end a night that could do without them. */
    private static boolean isLastAttempt(Offered partition) {
        return partition.fruitless() == MOST_FRUITLESS - 1;
    }

    private void takeOver(Offered partition) {
        if (offered.takeOver(
                night,
                partition.attempt(),
                settings.lease().expiry(),
                settings.remote().pageTime())) {
            givenUp.add(partition.attempt().next());
            progress.note("%s has %s; its %s are offered again."
                    .formatted(
                            capital(partition.owner()),
                            partition.silent() ? "given no sign of life for too long" : "been at one page for too long",
                            claims(partition)));
        }
    }

    private void check(Offered partition) {
        String failure = partition.failure();
        if (partition.fruitless() >= MOST_FRUITLESS) {
            throw new ClearFailure(
                    "The %s were given up %d times in a row, the last time by this night itself: %s Mend that, then run the same command again."
                            .formatted(claims(partition), MOST_FRUITLESS, failure));
        }
        if (failure != null && givenUp.add(partition.attempt())) {
            progress.note("The %s are offered again: %s".formatted(claims(partition), failure));
        }
    }

    /** What this process evaluates itself has told its own progress. */
    private void tell() {
        toldAt = System.nanoTime();
        long evaluated = elsewhere();
        if (evaluated > told) {
            progress.advance(evaluated - told);
            told = evaluated;
        }
    }

    private long elsewhere() {
        return tallies.evaluated(night.run()) - hands.decided();
    }

    private static PartitionOffer offer(Offered partition) {
        return new PartitionOffer(
                partition.attempt().partition(), partition.attempt().number());
    }

    private String claims(Offered partition) {
        return Objects.requireNonNull(ranges.get(partition.attempt().partition()))
                .inWords();
    }

    private static String capital(String owner) {
        return owner.isEmpty() ? "A worker" : Character.toUpperCase(owner.charAt(0)) + owner.substring(1);
    }
}
