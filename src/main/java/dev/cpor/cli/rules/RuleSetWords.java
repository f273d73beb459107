package dev.cpor.cli.rules;

import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.rules.ArchivedRuleSets;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the rule set that a word on the command line means; the database is opened only for one that is archived. */
final class RuleSetWords implements AutoCloseable {
    static final String FOLDER = "folder";

    private final SharedOptions settings;
    private @Nullable Session session;

    RuleSetWords(SharedOptions settings) {
        this.settings = settings;
    }

    /**
     * @param word a fingerprint or at least 8 of its first digits, the word folder, or the path of another folder
     * @throws ClearFailure if it is none of these, or if no archived rule set or more than one has such a fingerprint
     */
    RuleText find(String word) {
        if (word.equals(FOLDER)) {
            return RuleFolder.read(settings.rules());
        }
        if (!ArchivedRuleSets.isFingerprint(word) && Files.isDirectory(Path.of(word))) {
            return RuleFolder.read(Path.of(word));
        }
        if (!ArchivedRuleSets.isFingerprint(word)) {
            throw new ClearFailure(
                    "\"%s\" is neither the fingerprint of a rule set (at least its first 8 digits, as they stand in cpor runs list), nor the word folder, nor a folder of rules that is there; give one of these."
                            .formatted(word));
        }
        Session opened = session != null ? session : Session.open(settings);
        session = opened;
        return opened.get(ArchivedRuleSets.class).of(word);
    }

    /** Says what a word means, in a few words. */
    String describe(String word, RuleText text) {
        boolean lies = word.equals(FOLDER) || !ArchivedRuleSets.isFingerprint(word);
        String where = word.equals(FOLDER) ? settings.rules().toString() : word;
        return (lies ? "the folder %s, " : "").formatted(where) + text.fingerprint();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
