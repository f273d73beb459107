package dev.cpor.job.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.cpor.cli.Sandbox;
import dev.cpor.job.ClaimsToEvaluate;
import dev.cpor.job.PageDeciding;
import dev.cpor.job.PartitionSteps;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Runs;
import dev.cpor.store.remote.Attempt;
import dev.cpor.store.remote.NightTexts;
import dev.cpor.store.remote.OfferedPartitions;
import dev.cpor.store.remote.OfferedPartitions.Offered;
import dev.cpor.store.remote.OfferedPartitions.State;
import dev.cpor.store.remote.PartitionLost;
import dev.cpor.store.remote.Taken;
import dev.cpor.store.remote.TakenPartitions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may write for a partition: whoever took it for the present attempt, and nobody else. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartitionAttemptsTest {
    private static final Duration SOON = Duration.ofNanos(1000);
    private static final Duration LONG = Duration.ofHours(1);
    private static final NightTexts.Texts TEXTS = new NightTexts.Texts("1.0", "f".repeat(64), "calendar", "nightly");

    @TempDir
    static Path folder;

    private Sandbox sandbox;
    private Sandbox.Beans beans;
    private OfferedPartitions offered;
    private TakenPartitions taken;
    private Night night;
    private long number = 100;

    @BeforeAll
    void beginANight() {
        sandbox = new Sandbox(folder);
        beans = sandbox.beans();
        offered = beans.get(OfferedPartitions.class);
        taken = beans.get(TakenPartitions.class);
        night = underANewLease(
                beans.get(Runs.class).begin(LocalDate.parse("2026-11-20")).number());
    }

    @AfterAll
    void end() {
        beans.close();
        sandbox.close();
    }

    @Test
    void anOfferThatComesTwiceIsTakenOnce() {
        Attempt first = offer();

        assertThat(takes(first, "one")).isTrue();
        assertThat(takes(first, "two")).isFalse();
        assertThat(stateOf(first).owner()).isEqualTo("one");
    }

    @Test
    void whoeverTakesItDecidesByWhatTheNightHasWrittenUnderTheSameLease() {
        Attempt first = offer();

        assertThat(taken.take(first, "another version", "one")).isEmpty();
        assertThat(taken.take(first, TEXTS.program(), "one")).hasValue(new Taken(first, night, TEXTS));
    }

    @Test
    void nobodyTakesWhatWasNotOfferedOrWhoseTextsAreThoseOfAnotherLease() {
        assertThat(takes(new Attempt(99, 1), "one")).isFalse();
        Attempt first = offer();
        Night before = night;
        night = underANewLease(before.run());
        offered.offer(night, TEXTS, List.of(++number));

        assertThat(takes(first, "one")).isFalse();
        assertThat(taken.take(new Attempt(number, 1), TEXTS.program(), "one"))
                .hasValueSatisfying(it -> assertThat(it.night()).isEqualTo(night));
    }

    @Test
    void whoeverWasFollowedWritesNothingMore() {
        Attempt first = offer();
        takes(first, "one");
        taken.confirm(first, false);

        assertThat(offered.takeOver(night, first, LONG, LONG))
                .as("while it lives")
                .isFalse();
        assertThat(offered.takeOver(night, first, SOON, LONG)).isTrue();
        assertThat(offered.takeOver(night, first, SOON, LONG))
                .as("a second time")
                .isFalse();

        assertThatExceptionOfType(PartitionLost.class).isThrownBy(() -> taken.confirm(first, false));
        assertThatExceptionOfType(PartitionLost.class).isThrownBy(() -> taken.confirm(first, true));
        assertThatExceptionOfType(PartitionLost.class).isThrownBy(() -> taken.confirmPage(first));
        assertThat(taken.giveBack(first)).isFalse();
        assertThat(taken.giveUp(first, "It is not theirs to say.")).isFalse();
        assertThat(stateOf(first).isFree()).isTrue();
        assertThat(takes(first, "late")).isFalse();
        assertThat(takes(first.next(), "two")).isTrue();
        taken.confirm(first.next(), false);
    }

    @Test
    void whatIsCompletedStaysSo() {
        Attempt first = offer();
        takes(first, "one");
        taken.confirm(first, true);

        assertThat(taken.giveUp(first, "Too late.")).isFalse();
        assertThat(taken.giveBack(first)).isFalse();
        assertThat(offered.takeOver(night, first, SOON, SOON)).isFalse();
        assertThat(takes(first, "two")).isFalse();
        assertThat(stateOf(first).state()).isEqualTo(State.COMPLETED);
    }

    /** Spring Batch takes a step whose thread was interrupted for one that has come to its end. */
    @ParameterizedTest
    @CsvSource({"true, COMPLETED, COMPLETED", "false, STOPPED, OPEN"})
    void isCompletedWithItsLastPageAlone(boolean over, BatchStatus status, State state) {
        Attempt first = offer();
        takes(first, "one");
        StepExecution step =
                new StepExecution(1, "evaluate", new JobExecution(1, new JobInstance(1, "night"), new JobParameters()));
        step.setStatus(BatchStatus.COMPLETED);

        new FencedRepository(
                        new ResourcelessJobRepository(), taken, beans.get(TransactionTemplate.class), first, () -> over)
                .update(step);

        assertThat(step.getStatus()).isEqualTo(status);
        assertThat(stateOf(first).state()).isEqualTo(state);
    }

    @Test
    void whatIsGivenBackIsForSomebodyElse() {
        Attempt first = offer();
        takes(first, "one");

        assertThat(taken.giveBack(first)).isTrue();
        assertThat(takes(first, "late")).isFalse();
        assertThat(takes(first.next(), "two")).isTrue();
    }

    @Test
    void onlyAttemptsThatEndWithoutAPageAreCountedAndOneThatWasToldToStopIsNot() {
        Attempt first = offer();
        takes(first, "one");
        taken.giveUp(first, "It has no memory.");
        Attempt second = first.next();
        assertThat(stateOf(first))
                .matches(it -> it.fruitless() == 1 && "It has no memory.".equals(it.failure()))
                .as("for a while")
                .matches(it -> it.resting() && !it.isFree());

        takes(second, "two");
        taken.giveBack(second);
        Attempt third = second.next();
        assertThat(stateOf(first)).matches(it -> it.fruitless() == 1 && it.isFree());

        takes(third, "three");
        offered.takeOver(night, third, SOON, LONG);
        Attempt fourth = third.next();
        assertThat(stateOf(first))
                .matches(it -> it.fruitless() == 2
                        && it.failure() != null
                        && it.failure().startsWith("three gave no"));

        takes(fourth, "four");
        taken.confirmPage(fourth);
        taken.giveUp(fourth, "It got on.");
        assertThat(stateOf(first)).matches(it -> it.fruitless() == 0);
    }

    @Test
    void whateverFailsOnAWorkerIsKeptForTheNightAndEndsNothing() {
        Attempt first = offer();
        PartitionEvaluation evaluation = new PartitionEvaluation(
                beans.get(JobRepository.class),
                beans.get(PartitionSteps.class),
                beans.get(TransactionTemplate.class),
                taken,
                beans.get(ClaimsToEvaluate.class),
                beans.get(PageDeciding.class));
        List<String> notes = new ArrayList<>();
        try (Heartbeats heartbeats = new Heartbeats(taken)) {
            PartitionTaking taking = new PartitionTaking(taken, evaluation, heartbeats, "the worker");

            taking.evaluate(
                    taken.take(first, TEXTS.program(), "the worker").orElseThrow(),
                    night -> new PartitionTaking.SharedNight(LONG, () -> {
                        throw new OutOfMemoryError("Java heap space");
                    }),
                    notes::add);
        }
        assertThat(stateOf(first))
                .matches(it -> it.state() == State.OPEN && it.owner().isEmpty() && it.fruitless() == 1)
                .extracting(Offered::failure, STRING)
                .startsWith("the worker could not evaluate them: ")
                .contains("Java heap space");
        assertThat(notes).singleElement(STRING).startsWith("Gives partition %d up: ".formatted(first.partition()));
    }

    @Test
    void anOwnerIsSilentWithoutASignOfLifeAndStuckWithoutAPage() {
        Attempt first = offer();
        takes(first, "one");
        assertThat(stateOf(first)).matches(partition -> !partition.silent() && !partition.stuck());

        assertThat(find(first, SOON, LONG).silent()).isTrue();
        assertThat(find(first, LONG, SOON).stuck()).isTrue();
    }

    @Test
    void nobodyTakesWhatANightOfAnEarlierLeaseHasOffered() {
        Attempt waiting = offer();
        Attempt held = offer();
        takes(held, "one");
        Night before = night;

        night = underANewLease(before.run());

        assertThat(takes(waiting, "two")).isFalse();
        assertThatExceptionOfType(Lease.LeaseLost.class).isThrownBy(() -> offered.of(before, LONG, LONG));
        assertThatExceptionOfType(Lease.LeaseLost.class).isThrownBy(() -> offered.takeOver(before, held, SOON, SOON));
        offered.closeAll();
        assertThatExceptionOfType(PartitionLost.class).isThrownBy(() -> taken.confirm(held, false));
        assertThatExceptionOfType(PartitionLost.class).isThrownBy(() -> taken.confirm(held.next(), false));
    }

    private Night underANewLease(long run) {
        Lease lease = beans.get(Lease.class);
        long token = lease.follow("test", lease.token(), LONG).orElseThrow();
        return new Night(run, LocalDate.parse("2026-11-20"), token);
    }

    private Attempt offer() {
        Attempt attempt = new Attempt(++number, 1);
        offered.offer(night, TEXTS, List.of(attempt.partition()));
        return attempt;
    }

    private boolean takes(Attempt attempt, String owner) {
        return taken.take(attempt, TEXTS.program(), owner).isPresent();
    }

    private Offered stateOf(Attempt attempt) {
        return find(attempt, LONG, LONG);
    }

    private Offered find(Attempt attempt, Duration expiry, Duration pageTime) {
        return offered.of(night, expiry, pageTime).stream()
                .filter(partition -> partition.attempt().partition() == attempt.partition())
                .findFirst()
                .orElseThrow();
    }
}
