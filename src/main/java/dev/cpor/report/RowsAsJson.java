package dev.cpor.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Rows as an array of objects, one after the other and one a line. */
final class RowsAsJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .rootValueSeparator("")
            .build();

    private RowsAsJson() {}

    static void write(List<Column> columns, Stream<List<@Nullable Object>> rows, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeRaw("[");
            Lines lines = new Lines(columns, json);
            rows.forEachOrdered(lines::add);
            json.writeRaw(lines.any ? "\n]\n" : "]\n");
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static final class Lines {
        private final List<Column> columns;
        private final JsonGenerator json;
        private boolean any;

        Lines(List<Column> columns, JsonGenerator json) {
            this.columns = columns;
            this.json = json;
        }

        void add(List<@Nullable Object> row) {
            json.writeRaw(any ? ",\n" : "\n");
            any = true;
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeName(columns.get(i).name());
                write(row.get(i));
            }
            json.writeEndObject();
        }

        private void write(@Nullable Object cell) {
            if (cell == null) {
                json.writeNull();
            } else if (cell instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else if (cell instanceof Integer || cell instanceof Long || cell instanceof Short) {
                json.writeNumber(((Number) cell).longValue());
            } else if (cell instanceof BigDecimal number) {
                json.writeNumber(number);
            } else if (cell instanceof BigInteger number) {
                json.writeNumber(number);
            } else if (cell instanceof Double number) {
                json.writeNumber(number);
            } else {
                json.writeString(Tables.text(cell));
            }
        }
    }
}
