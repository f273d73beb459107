package dev.cpor.bench;

import dev.cpor.rules.drl.RuleFolder;
import java.nio.file.Path;

/** The fingerprint of the rules that ship, which each history row of each contender carries. */
record Ruleset(String fingerprint) {
    static Ruleset shipped() {
        return new Ruleset(RuleFolder.read(Path.of("rules")).fingerprint());
    }
}
