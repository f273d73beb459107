package dev.cpor.settings;

/** A value of a settings file that has the right form and is wrong all the same; the reader adds file and line to it. */
public final class InvalidSetting extends RuntimeException {
    private final String key;

    /**
     * @param key the key, as seen from the record that refuses it; {@code a/0/b} is key b of the first entry of list a, and
     *     the empty text is the record itself
     * @param problem what was found, what is expected and what to do, without a full stop; it names the key
     */
    public InvalidSetting(String key, String problem) {
        super(problem);
        this.key = key;
    }

    String key() {
        return key;
    }
}
