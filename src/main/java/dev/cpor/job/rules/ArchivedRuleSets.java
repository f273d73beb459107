package dev.cpor.job.rules;

import dev.cpor.domain.ClearFailure;
import dev.cpor.rules.drl.RuleText;
import dev.cpor.store.rules.RuleSetArchive;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds archived rule sets by the first digits of their fingerprints. */
public class ArchivedRuleSets {
    private static final int FEWEST_DIGITS = 8;
    private static final int SHOWN_DIGITS = 16;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{" + FEWEST_DIGITS + ",64}");

    private final RuleSetArchive archive;

    ArchivedRuleSets(RuleSetArchive archive) {
        this.archive = archive;
    }

    /** Says whether a word can be a fingerprint, or enough of its first digits. */
    public static boolean isFingerprint(String word) {
        return DIGITS.matcher(word).matches();
    }

    /**
     * Returns the one rule set whose fingerprint begins so.
     *
     * @throws ClearFailure if there is none or more than one, or if these are not at least 8 digits
     */
    public RuleText of(String digits) {
        return text(fingerprint(digits)).orElseThrow();
    }

    /**
     * Returns the rule set of a whole fingerprint, if it is there.
     *
     * @throws ClearFailure if what is kept under it has another fingerprint: it was changed after it was archived
     */
    public Optional<RuleText> text(String fingerprint) {
        Optional<RuleText> found = archive.content(fingerprint).map(RuleText::fromArchive);
        found.map(RuleText::fingerprint).filter(own -> !own.equals(fingerprint)).ifPresent(own -> {
            throw new ClearFailure(
                    "What the archive keeps as rule set %s has the fingerprint %s; it was changed after it was archived, bring the table rule_set back from a backup."
                            .formatted(fingerprint, own));
        });
        return found;
    }

    /** Returns what a night compiled from rules before, null where nothing is kept. */
    public byte @Nullable [] compiled(String key) {
        return archive.compiled(key);
    }

    /** Returns the whole fingerprint of that rule set. */
    String fingerprint(String digits) {
        if (!isFingerprint(digits)) {
            throw new ClearFailure(
                    "\"%s\" is no fingerprint; give at least its first %d digits, as they stand in: cpor runs list."
                            .formatted(digits, FEWEST_DIGITS));
        }
        List<String> found = archive.fingerprints(digits.toLowerCase(Locale.ROOT));
        if (found.isEmpty()) {
            throw new ClearFailure(
                    "No rule set whose fingerprint begins with %s was ever used or released; see those that were with: cpor runs list, or cpor rules releases."
                            .formatted(digits));
        }
        if (found.size() > 1) {
            throw new ClearFailure("The fingerprints of %d rule sets begin with %s, %s; give more digits."
                    .formatted(
                            found.size(),
                            digits,
                            found.stream()
                                    .map(one -> one.substring(0, Math.max(SHOWN_DIGITS, digits.length())))
                                    .collect(Collectors.joining(" and "))));
        }
        return found.get(0);
    }
}
