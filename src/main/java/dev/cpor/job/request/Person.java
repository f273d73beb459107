package dev.cpor.job.request;

import dev.cpor.domain.ClearFailure;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Somebody who answers for something by name.
 *
 * @param name as it was given, without what surrounds it and with single spaces
 */
public record Person(String name) {
    private static final int LONGEST = 200;

    public Person {
        name = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("\\p{C}", "")
                .strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new ClearFailure("The name \"%s\" is %s; give the name of the person who answers for it with --as."
                    .formatted(name.substring(0, Math.min(name.length(), 20)), name.isEmpty() ? "empty" : "too long"));
        }
    }

    /** Says whether this is the same name, in capitals or not. */
    public boolean isSameAs(Person other) {
        return folded().equals(other.folded());
    }

    private String folded() {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
