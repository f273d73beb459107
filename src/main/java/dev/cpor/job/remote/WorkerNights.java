package dev.cpor.job.remote;

import dev.cpor.calendar.CalendarFile;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.ArchivedRuleSets;
import dev.cpor.job.Folders;
import dev.cpor.job.NightWork;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.Night;
import dev.cpor.store.Runs;
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
    private @Nullable Compiled compiled;
    private @Nullable Night inHand;

    WorkerNights(NightWork work, NightTexts texts, Runs runs, ArchivedRuleSets archived, Folders folders) {
        this.work = work;
        this.texts = texts;
        this.runs = runs;
        this.archived = archived;
        this.folders = folders;
    }

    private record Compiled(String fingerprint, String calendar, Duration timeout, CompiledRules rules) {}

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
        return settings(run, kept);
    }

    private static NightlySettings settings(long run, NightTexts.Texts kept) {
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
        Runs.Run run = runs.numbered(number).orElseThrow();
        NightTexts.Texts kept = texts.of(number).orElseThrow();
        NightlySettings settings = settings(number, kept);
        BusinessCalendar calendar = CalendarFile.parse(Path.of("calendar.yaml of run " + number), kept.calendar());
        Night night = new Night(number, run.businessDate(), token);
        CompiledRules rules =
                rules(Objects.requireNonNull(run.ruleset()), kept.calendar(), calendar, settings.ruleTimeout());
        work.take(new NightWork.Hand(
                night, calendar, rules, settings, folders.inbox(), folders.out(), Progress.none(), true));
        inHand = night;
    }

    private CompiledRules rules(String fingerprint, String text, BusinessCalendar calendar, Duration timeout) {
        Compiled before = compiled;
        if (before != null
                && before.fingerprint().equals(fingerprint)
                && before.calendar().equals(text)
                && before.timeout().equals(timeout)) {
            return before.rules();
        }
        CompiledRules rules = CompiledRules.compile(
                archived.text(fingerprint)
                        .orElseThrow(() -> new ClearFailure(
                                "There is no rule set %s in the archive; bring the table rule_set back from a backup."
                                        .formatted(fingerprint))),
                calendar,
                timeout);
        compiled = new Compiled(fingerprint, text, timeout, rules);
        return rules;
    }
}
