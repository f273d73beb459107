package dev.cpor.settings;

/** Which rule set a night uses that has not begun with one yet. */
public enum RuleSetSource {
    /** The rules folder as it lies. */
    FOLDER,
    /** The released and approved rule set that is in force on the night's business date; the folder is a draft. */
    RELEASED
}
