package dev.cpor.job;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.RuleFolder;
import dev.cpor.rules.RuleText;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.RuleSetArchive;
import dev.cpor.store.Runs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the rule set that a night has to use: the folder's, or the one that the night began with. */
public class RuleSets {
    private final RuleSetArchive archive;
    private final BusinessCalendar calendar;
    private final NightlySettings settings;
    private final Folders folders;
    private final Progress progress;
    private final Map<String, CompiledRules> compiled = new HashMap<>();

    RuleSets(
            RuleSetArchive archive,
            BusinessCalendar calendar,
            NightlySettings settings,
            Folders folders,
            Progress progress) {
        this.archive = archive;
        this.calendar = calendar;
        this.settings = settings;
        this.folders = folders;
        this.progress = progress;
    }

    /** Returns the rule set for a night that was begun before or not; compiled once in a process. */
    public CompiledRules of(Optional<Runs.Run> before) {
        Optional<RuleText> begun =
                before.map(Runs.Run::ruleset).flatMap(archive::content).map(RuleText::fromArchive);
        if (begun.isEmpty()) {
            return compiled(RuleFolder.read(folders.rules()));
        }
        RuleText text = begun.get();
        if (!text.fingerprint().equals(currentFingerprint())) {
            progress.note("The night goes on with the rule set that it began with, %s; the folder %s has changed since."
                    .formatted(text.fingerprint().substring(0, 12), folders.rules()));
        }
        return compiled(text);
    }

    /**
     * Returns a rule set that was used before; compiled once in a process.
     *
     * @throws ClearFailure if no night ever used it
     */
    public CompiledRules archived(String fingerprint) {
        return compiled(archive.content(fingerprint)
                .map(RuleText::fromArchive)
                .orElseThrow(() -> new ClearFailure(
                        "There is no rule set %s in the archive; see those of past nights with: cpor runs list."
                                .formatted(fingerprint))));
    }

    /**
     * Returns the rule set of a folder; compiled once in a process.
     *
     * @throws ClearFailure if something is wrong with it
     */
    public CompiledRules in(Path folder) {
        return compiled(RuleFolder.read(folder));
    }

    private String currentFingerprint() {
        try {
            return RuleFolder.read(folders.rules()).fingerprint();
        } catch (ClearFailure e) {
            return "";
        }
    }

    private CompiledRules compiled(RuleText text) {
        return compiled.computeIfAbsent(
                text.fingerprint(), fingerprint -> CompiledRules.compile(text, calendar, settings.ruleTimeout()));
    }

    /** Keeps the text of a rule set that is about to be used. */
    void keep(CompiledRules rules) {
        archive.keep(rules.fingerprint(), rules.text().toArchive());
    }
}
