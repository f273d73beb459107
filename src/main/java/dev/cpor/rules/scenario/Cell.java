package dev.cpor.rules.scenario;

import dev.cpor.rules.drl.Problem;

/**
 * What stands in one place of a file.
 *
 * @param file the path relative to the rules folder
 * @param line from 1
 * @param column the character of the line that the cell begins with, from 1
 */
record Cell(String file, int line, int column, String text) {

    boolean isEmpty() {
        return text.isEmpty();
    }

    Problem problem(String what) {
        return new Problem(Problem.Severity.ERROR, file, line, column, null, what);
    }
}
