package dev.cpor.bench;

import java.util.Arrays;
import java.util.List;

/** The middle one of several figures, or the mean of the two in the middle. */
final class Median {
    private Median() {}

    static double of(List<Double> figures) {
        return of(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
