package dev.cpor.job.remote;

/**
 * What a night decides by beside its rules, as this process has read it.
 *
 * @param calendar the text of {@code calendar.yaml}
 * @param nightly the text of {@code nightly.yaml}
 */
public record NightFiles(String calendar, String nightly) {}
