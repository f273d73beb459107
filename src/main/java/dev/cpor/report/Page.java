package dev.cpor.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page shows, as text that still has to be escaped: the template knows no more than this. */
record Page(
        String title,
        String details,
        boolean isGood,
        String outcome,
        List<Tile> tiles,
        List<Attention> attention,
        List<Section> sections) {

    /** A number that is seen first. */
    record Tile(String label, String value, String note) {}

    /** @param chart null where a table says it as well */
    record Section(
            String id,
            String heading,
            String lead,
            @Nullable Chart chart,
            List<Table> tables) {}

    record Table(String caption, List<Head> heads, List<List<Cell>> rows, String more) {}

    record Head(String text, String kind) {
        /** Returns columns whose names begin with {@code #} where they hold numbers. */
        static List<Head> of(String... names) {
            return Arrays.stream(names)
                    .map(name -> name.startsWith("#") ? new Head(name.substring(1), "number") : new Head(name, "text"))
                    .toList();
        }
    }

    /** @param kind {@code text}, {@code number}, {@code code} or the kind of a mark */
    record Cell(String text, String kind) {
        static Cell text(String text) {
            return new Cell(text, "text");
        }

        static Cell number(String text) {
            return new Cell(text, "number");
        }

        /** A count; nothing is shown faintly. */
        static Cell count(long number) {
            return new Cell(Telling.count(number), number == 0 ? "number none" : "number");
        }

        static Cell code(String text) {
            return new Cell(text, "code");
        }

        /** What was done to a claim, marked in its colour. */
        static Cell mark(NightReport.Action action) {
            return new Cell(action.word(), "mark " + action.name().toLowerCase(Locale.ROOT));
        }
    }
}
