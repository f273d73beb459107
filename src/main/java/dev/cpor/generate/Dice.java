package dev.cpor.generate;

import java.util.List;

/**
 * Chances that are the same on every machine and Java release: the SplitMix64 sequence, written out here because
 * {@link java.util.SplittableRandom} does not promise the same numbers for ever.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /**
     * @param seed the seed of the whole
     * @param of what the chances are for
     * @param index the number of the thing that they are for; each has a sequence of its own
     */
    Dice(long seed, Feed of, long index) {
        state = mix(mix(seed + GOLDEN_GAMMA * (of.ordinal() + 1)) + GOLDEN_GAMMA * index);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Returns a number from 0 to {@code bound - 1}. */
    long below(long bound) {
        return Long.remainderUnsigned(next(), bound);
    }

    /** Returns a number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + (int) (((next() >>> 32) * (most - least + 1)) >>> 32);
    }

    /** Says yes so many times in a thousand. */
    boolean happens(int perMille) {
        return between(0, 999) < perMille;
    }

    <T> T oneOf(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }

    /** A bijection of the 64-bit numbers: different inputs give different outputs. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
