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
import dev.cpor.store.night.Runs;
import dev.cpor.store.remote.NightTexts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes in hand the nights of other machines: with the rules that are archived for the run, and with the calendar and the
 * settings that its manager has kept with it, never with files of this machine.
 */
final class WorkerNights {
    private final NightWork work;
    private final NightTexts texts;
    private final Runs runs;
    private final ArchivedRuleSets archived;
    private final Folders folders;
    private int users;
    private @Nullable Rules rules;
    private @Nullable Night inHand;

    WorkerNights(NightWork work, NightTexts texts, Runs runs, ArchivedRuleSets archived, Folders folders) {
        this.work = work;
        this.texts = texts;
        this.runs = runs;
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
        texts.latest().ifPresent(run -> {
            try {
                rules(run, settings(run));
            } catch (ClearFailure e) {
                // A night that needs these rules says what is wrong with them.
                System.getLogger(WorkerNights.class.getName())
                        .log(System.Logger.Level.INFO, "The rules of the latest night cannot be used.", e);
            }
        });
    }

    /**
     * Returns the settings of a run that offers partitions.
     *
     * @throws ClearFailure if another version of the program runs it, which may decide otherwise
     */
    NightlySettings settings(long run) {
        NightTexts.Texts kept = texts.of(run)
                .orElseThrow(() -> new ClearFailure(
                        "Run %d, whose partition is offered, is not in this database; give worker and night the same --db, or a queue of their own."
                                .formatted(run)));
        if (!kept.program().equals(ProgramVersion.own())) {
            throw new ClearFailure(
                    "Run %d is run by cpor %s, and this is cpor %s; its claims are left to others, install the same version here."
                            .formatted(run, kept.program(), ProgramVersion.own()));
        }
        return NightlySettings.parse(Path.of("nightly.yaml of run " + run), kept.nightly());
    }

    /**
     * Takes a night in hand until what it returns is closed, several threads the same one. A night whose lease was taken over meanwhile
     * is waited for: it ends at its next page.
     *
     * @throws ClearFailure if its files cannot be used here
     */
    synchronized PartitionTaking.InHand enter(long run, long token) {
        try {
            while (users > 0 && !isInHand(run, token)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Waiting for the night before was interrupted.", e);
        }
        if (!isInHand(run, token)) {
            take(run, token);
        }
        users++;
        return this::leave;
    }

    private synchronized void leave() {
        users--;
        notifyAll();
    }

    private boolean isInHand(long run, long token) {
        Night night = inHand;
        return night != null && night.run() == run && night.token() == token;
    }

    private void take(long number, long token) {
        NightlySettings settings = settings(number);
        Rules rules = rules(number, settings);
        Night night = new Night(number, runs.numbered(number).orElseThrow().businessDate(), token);
        work.take(new NightWork.Hand(
                night,
                rules.calendar(),
                rules.compiled(),
                settings,
                folders.inbox(),
                folders.out(),
                Progress.none(),
                true,
                false));
        inHand = night;
    }

    private Rules rules(long number, NightlySettings settings) {
        String fingerprint =
                Objects.requireNonNull(runs.numbered(number).orElseThrow().ruleset());
        String text = texts.of(number).orElseThrow().calendar();
        Rules before = rules;
        if (before != null && before.isOf(fingerprint, text, settings.ruleTimeout())) {
            return before;
        }
        BusinessCalendar calendar = CalendarFile.parse(Path.of("calendar.yaml of run " + number), text);
        CompiledRules compiled = CompiledRules.compile(
                archived.text(fingerprint)
                        .orElseThrow(() -> new ClearFailure(
                                "There is no rule set %s in the archive; bring the table rule_set back from a backup."
                                        .formatted(fingerprint))),
                calendar,
                settings.ruleTimeout(),
                archived::compiled);
        Rules made = new Rules(fingerprint, text, settings.ruleTimeout(), calendar, compiled);
        rules = made;
        return made;
    }
}
