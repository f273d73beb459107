package dev.cpor.job.rules;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.job.request.Folders;
import dev.cpor.job.request.NightOptions;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import dev.cpor.rules.scenario.ScenarioReport;
import dev.cpor.rules.scenario.Scenarios;
import dev.cpor.settings.NightlySettings;
import dev.cpor.settings.RuleSetSource;
import dev.cpor.store.night.Runs;
import dev.cpor.store.rules.RuleSetArchive;
import dev.cpor.store.rules.RuleSetReleases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the rule set that a night has to use: the one that it began with, or else the folder's or the released one. */
public class RuleSets {
    private final RuleSetArchive archive;
    private final ArchivedRuleSets archived;
    private final RuleSetReleases releases;
    private final Runs runs;
    private final BusinessCalendar calendar;
    private final NightlySettings settings;
    private final Folders folders;
    private final Progress progress;
    private final Map<String, CompiledRules> compiled = new HashMap<>();

    RuleSets(
            RuleSetArchive archive,
            ArchivedRuleSets archived,
            RuleSetReleases releases,
            Runs runs,
            BusinessCalendar calendar,
            NightlySettings settings,
            Folders folders,
            Progress progress) {
        this.archive = archive;
        this.archived = archived;
        this.releases = releases;
        this.runs = runs;
        this.calendar = calendar;
        this.settings = settings;
        this.folders = folders;
        this.progress = progress;
    }

    /**
     * Returns the rule set for a night that was begun before or not; compiled once in a process.
     *
     * @throws ClearFailure if it cannot be used, or if the settings ask for a released one and none is in force
     */
    public CompiledRules of(Optional<Runs.Run> before, LocalDate businessDate) {
        Optional<RuleText> begun = before.map(Runs.Run::ruleset).flatMap(archived::text);
        if (begun.isEmpty()) {
            return compiled(chosen(businessDate));
        }
        RuleText text = begun.get();
        if (!text.fingerprint().equals(chosenFingerprint(businessDate))) {
            progress.note("The night goes on with the rule set that it began with, %s; %s has changed since."
                    .formatted(
                            text.fingerprint().substring(0, 12),
                            isReleased() ? "what is released" : "the folder " + folders.rules()));
        }
        return compiled(text);
    }

    /**
     * Returns the rule sets of nights to come, one after the other: of a night that was begun its own, of the others the folder's
     * or the released one.
     *
     * @param nights how many, at least 1
     * @throws ClearFailure if one cannot be used, or if the settings ask for a released one and none is in force
     */
    public List<CompiledRules> coming(LocalDate first, int nights) {
        return first.datesUntil(first.plusDays(nights))
                .map(night -> of(runs.of(night), night))
                .toList();
    }

    /**
     * Returns a rule set that was used before; compiled once in a process.
     *
     * @throws ClearFailure if no night ever used it
     */
    public CompiledRules archived(String fingerprint) {
        return compiled(archived.text(fingerprint)
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

    /**
     * Returns the rule set that a night may begin with. The folder's has passed its scenarios; what a night
     * began with is not tried again.
     *
     * @throws ClearFailure if the rules do not pass
     */
    public CompiledRules passing(Optional<Runs.Run> before, LocalDate businessDate, NightOptions options) {
        CompiledRules rules = of(before, businessDate);
        boolean begun = before.map(Runs.Run::ruleset).isPresent();
        // A released rule set passed when it was put forward; the folder's scenarios belong to the folder's rules.
        boolean needed = options.ruleTests() && !begun && !isReleased();
        if (needed) {
            pass(rules);
        }
        return rules;
    }

    /**
     * Tries the folder's rules on the folder's scenarios, unless the same rules have passed the same scenarios before.
     *
     * @throws ClearFailure if they do not pass
     */
    void pass(CompiledRules rules) {
        CurrencyRules currencies = settings.currencies().rules();
        String tried = Sha256.of(
                ProgramBuild.own() + " " + Scenarios.fingerprint(folders.rules(), rules, calendar, currencies));
        if (archive.havePassed(tried)) {
            return;
        }
        ScenarioReport report = Scenarios.run(folders.rules(), rules, calendar, currencies);
        if (!report.passes()) {
            int more = report.wrong().size() - 1;
            throw new ClearFailure("The rules do not pass their scenarios: %s%s; see all with: cpor rules test."
                    .formatted(report.wrong().get(0), more == 0 ? "" : " (and %d more)".formatted(more)));
        }
        archive.keepPassed(tried);
    }

    private boolean isReleased() {
        return settings.ruleSets() == RuleSetSource.RELEASED;
    }

    private RuleText chosen(LocalDate businessDate) {
        if (!isReleased()) {
            return RuleFolder.read(folders.rules());
        }
        return releases.inForce(businessDate)
                .flatMap(archived::text)
                .orElseThrow(() -> new ClearFailure(
                        "No approved release of a rule set is in force on %s, and nightly.yaml asks for one with ruleSets: released; see what waits with \"cpor rules releases\", or put the folder's forward with: cpor rules release --effective %s --as NAME."
                                .formatted(businessDate, businessDate)));
    }

    private String chosenFingerprint(LocalDate businessDate) {
        try {
            return chosen(businessDate).fingerprint();
        } catch (ClearFailure e) {
            return "";
        }
    }

    private CompiledRules compiled(RuleText text) {
        return compiled.computeIfAbsent(
                text.fingerprint(),
                fingerprint -> CompiledRules.compile(text, calendar, settings.ruleTimeout(), archive::compiled));
    }

    /** Keeps a rule set that is about to be used: its text, and what was compiled from it. */
    public void keep(CompiledRules rules) {
        archive.keep(rules.fingerprint(), rules.text().toArchive());
        rules.compiled().stream()
                .filter(compiled -> !compiled.takenUp())
                .forEach(compiled -> archive.keepCompiled(compiled.key(), compiled.content()));
    }
}
