package dev.cpor.reference;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that comes out the same for a seed on every machine: {@link Random} is specified to the bit. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** True so many times in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number of the range, both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** One of the words of a text, each as likely as often it stands there. */
    String word(String words) {
        return pick(List.of(words.split(" ")));
    }

    void shuffle(List<?> some) {
        Collections.shuffle(some, random);
    }
}
