package dev.cpor.payout.verify;

import java.util.function.Consumer;

/**
 * Something that was done to a good payout folder.
 *
 * @param place what the sentence that finds it begins with
 * @param what how it must say it
 */
record Tampering(String name, Consumer<APayoutFolder> deed, String place, String what) {}
