package dev.cpor.store.statement;

import java.io.StringWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes rows as a JSON array of arrays, which one statement takes as a table: far fewer round trips than a batch. */
public final class JsonRows implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text);
    private int count;

    /** Begins without rows. */
    public JsonRows() {
        json.writeStartArray();
    }

    /** Adds a row; what is not a number goes as text. */
    public void add(@Nullable Object... values) {
        json.writeStartArray();
        Arrays.stream(values).forEach(this::value);
        json.writeEndArray();
        count++;
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    int count() {
        return count;
    }

    /** Ends the array and returns it. */
    String finish() {
        json.writeEndArray();
        json.close();
        return text.toString();
    }

    @Override
    public void close() {
        json.close();
    }
}
