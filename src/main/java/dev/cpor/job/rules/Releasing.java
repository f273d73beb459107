package dev.cpor.job.rules;

import dev.cpor.domain.ClearFailure;
import dev.cpor.job.request.Folders;
import dev.cpor.job.request.Person;
import dev.cpor.rules.CompiledRules;
import dev.cpor.store.rules.RuleSetReleases;
import dev.cpor.store.rules.RuleSetReleases.Release;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts rule sets forward for the nights from a business date on, and lets a second person approve them. */
public class Releasing {
    private final RuleSetReleases releases;
    private final ArchivedRuleSets archived;
    private final RuleSets ruleSets;
    private final Folders folders;

    Releasing(RuleSetReleases releases, ArchivedRuleSets archived, RuleSets ruleSets, Folders folders) {
        this.releases = releases;
        this.archived = archived;
        this.ruleSets = ruleSets;
        this.folders = folders;
    }

    /**
     * Puts the rule set of the folder forward.
     *
     * @param effective the first business date that it is for
     * @param by the name of whoever puts it forward
     * @throws ClearFailure if the rule set does not pass what every night asks of it, or was put forward for that date before
     */
    public Release release(LocalDate effective, String by) {
        Person person = new Person(by);
        CompiledRules rules = ruleSets.in(folders.rules());
        ruleSets.pass(rules);
        ruleSets.keep(rules);
        if (!releases.add(rules.fingerprint(), effective, person.name())) {
            throw new ClearFailure(
                    "This rule set, %s, was released for %s before; see who approves it with: cpor rules releases."
                            .formatted(shortened(rules.fingerprint()), effective));
        }
        return of(rules.fingerprint()).stream()
                .filter(release -> release.effectiveOn().equals(effective))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Approves a release; from then on it counts.
     *
     * @param digits its fingerprint, or at least the first 8 digits
     * @param effective the date that it is for, null where only one release of the rule set waits
     * @param by the name of whoever approves it, another than whoever put it forward
     * @throws ClearFailure if there is no such release that waits, or if it is the same person
     */
    public Release approve(String digits, @Nullable LocalDate effective, String by) {
        Person person = new Person(by);
        String fingerprint = archived.fingerprint(digits);
        List<Release> found = of(fingerprint).stream()
                .filter(release -> effective == null || release.effectiveOn().equals(effective))
                .toList();
        Release release = waiting(fingerprint, effective, found);
        if (person.isSameAs(new Person(release.releasedBy()))) {
            throw new ClearFailure(
                    "%s released the rule set %s and cannot approve it as well; let a second person approve it."
                            .formatted(release.releasedBy(), shortened(fingerprint)));
        }
        if (!releases.approve(release.number(), person.name())) {
            throw new ClearFailure(
                    "The release of the rule set %s from %s on was approved a moment ago; there is nothing to do."
                            .formatted(shortened(fingerprint), release.effectiveOn()));
        }
        return of(fingerprint).stream()
                .filter(one -> one.number() == release.number())
                .findFirst()
                .orElseThrow();
    }

    private static Release waiting(String fingerprint, @Nullable LocalDate effective, List<Release> found) {
        List<Release> waiting =
                found.stream().filter(release -> !release.isApproved()).toList();
        if (waiting.size() == 1) {
            return waiting.get(0);
        }
        if (waiting.size() > 1) {
            throw new ClearFailure("The rule set %s waits to be approved for %s; say which with --effective."
                    .formatted(
                            shortened(fingerprint),
                            waiting.stream()
                                    .map(release -> release.effectiveOn().toString())
                                    .collect(Collectors.joining(" and "))));
        }
        Optional<Release> approved = found.stream().findFirst();
        throw new ClearFailure(approved.map(release ->
                        "The release of the rule set %s from %s on was approved by %s before; there is nothing to do."
                                .formatted(shortened(fingerprint), release.effectiveOn(), release.approvedBy()))
                .orElseGet(() ->
                        "The rule set %s was not released%s; put it forward first with: cpor rules release --effective D --as NAME."
                                .formatted(shortened(fingerprint), effective == null ? "" : " for " + effective)));
    }

    private List<Release> of(String fingerprint) {
        return releases.all().stream()
                .filter(release -> release.ruleset().equals(fingerprint))
                .toList();
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, 12);
    }
}
