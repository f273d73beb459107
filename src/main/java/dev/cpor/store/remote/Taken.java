package dev.cpor.store.remote;

import dev.cpor.store.night.Night;

/**
 * A partition that somebody has taken.
 *
 * @param attempt what it was taken for
 * @param night the night that offers it, under the lease that it offers it under
 * @param texts what that night decides by
 */
public record Taken(Attempt attempt, Night night, NightTexts.Texts texts) {}
