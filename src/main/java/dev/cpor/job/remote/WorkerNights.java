package dev.cpor.job.remote;

import dev.cpor.calendar.CalendarFile;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.NightWork;
import dev.cpor.job.request.Folders;
import dev.cpor.job.rules.ArchivedRuleSets;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.night.Night;
import dev.cpor.store.remote.NightTexts;
import dev.cpor.store.remote.Taken;
import dev.cpor.store.remote.TakenPartitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes in hand the nights of other machines: with the archived rules, the calendar and the settings that the night has kept with
 * what it offers, never with files of this machine.
 */
final class WorkerNights {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final NightWork work;
    private final TakenPartitions partitions;
    private final NightTexts texts;
    private final ArchivedRuleSets archived;
    private final Folders folders;
    private int users;
    private @Nullable Rules rules;
    private @Nullable Night inHand;

    WorkerNights(
            NightWork work, TakenPartitions partitions, NightTexts texts, ArchivedRuleSets archived, Folders folders) {
        this.work = work;
        this.partitions = partitions;
        this.texts = texts;
        this.archived = archived;
        this.folders = folders;
    }

    private record Rules(
            String fingerprint, String text, Duration timeout, BusinessCalendar calendar, CompiledRules compiled) {
        boolean isOf(String otherFingerprint, String otherText, Duration otherTimeout) {
            return fingerprint.equals(otherFingerprint) && text.equals(otherText) && timeout.equals(otherTimeout);
        }
    }

    /** Compiles the rules of the latest night that was shared, in the hope that the next one uses the same. */
    synchronized void prepare() {
        texts.latest().ifPresent(latest -> {
            try {
                rules(latest, settings(latest));
            } catch (ClearFailure e) {
                // A night that needs these rules says what is wrong with them.
                System.getLogger(WorkerNights.class.getName())
                        .log(System.Logger.Level.INFO, "The rules of the latest night cannot be used.", e);
            }
        });
    }

    /**
     * Returns the night that a partition belongs to, to be taken in hand until it is closed, by several threads the same one. A
     * night whose lease was taken over meanwhile is waited for, for a minute: it ends at its next page.
     *
     * @throws ClearFailure if its texts cannot be used here; entering it throws the same
     */
    PartitionTaking.SharedNight of(Taken taken) {
        NightlySettings settings = settings(taken.texts());
        return new PartitionTaking.SharedNight(settings.lease().heartbeat(), () -> enter(taken, settings));
    }

    private synchronized PartitionTaking.InHand enter(Taken taken, NightlySettings settings) {
        awaitTheNightBefore(taken.night());
        if (!taken.night().equals(inHand)) {
            // It may have waited for long; a night that is over must not take the place of the one that follows.
            partitions.confirm(taken.attempt(), false);
            take(taken, settings);
        }
        users++;
        return this::leave;
    }

    private void awaitTheNightBefore(Night night) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            while (users > 0 && !night.equals(inHand)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new ClearFailure(
                            "This worker is still at a page of another night; where that lasts, see what its database does.");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Waiting for the night before was interrupted.", e);
        }
    }

    private synchronized void leave() {
        users--;
        notifyAll();
    }

    private void take(Taken taken, NightlySettings settings) {
        Rules its = rules(taken.texts(), settings);
        work.take(new NightWork.Hand(
                taken.night(),
                its.calendar(),
                its.compiled(),
                settings,
                folders.inbox(),
                folders.out(),
                Progress.none(),
                true,
                false));
        inHand = taken.night();
    }

    private static NightlySettings settings(NightTexts.Texts texts) {
        return NightlySettings.parse(Path.of("nightly.yaml of the night"), texts.nightly());
    }

    private Rules rules(NightTexts.Texts texts, NightlySettings settings) {
        Rules before = rules;
        if (before != null && before.isOf(texts.ruleset(), texts.calendar(), settings.ruleTimeout())) {
            return before;
        }
        BusinessCalendar calendar = CalendarFile.parse(Path.of("calendar.yaml of the night"), texts.calendar());
        CompiledRules compiled = CompiledRules.compile(
                archived.text(texts.ruleset())
                        .orElseThrow(() -> new ClearFailure(
                                "There is no rule set %s in the archive; bring the table rule_set back from a backup."
                                        .formatted(texts.ruleset()))),
                calendar,
                settings.ruleTimeout(),
                archived::compiled);
        Rules made = new Rules(texts.ruleset(), texts.calendar(), settings.ruleTimeout(), calendar, compiled);
        rules = made;
        return made;
    }
}
