package dev.cpor.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value that is one piece of text; a number or a truth value counts as the text that was written. */
final class WrittenAsText<T> extends StdScalarDeserializer<T> {
    private final Class<T> type;
    private final transient Function<String, T> parse;

    /** @param parse throws a runtime exception for text that does not say such a value */
    WrittenAsText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.type = type;
        this.parse = parse;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isScalarValue()) {
            return type.cast(context.handleUnexpectedToken(context.constructType(type), parser));
        }
        String text = parser.getString();
        if (text.equals("~")) {
            return null; // YAML's other word for null, which the parser takes for text.
        }
        try {
            return parse.apply(text);
        } catch (RuntimeException e) {
            throw context.weirdStringException(text, type, String.valueOf(e.getMessage()));
        }
    }
}
