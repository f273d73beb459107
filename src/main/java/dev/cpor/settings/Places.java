package dev.cpor.settings;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where in a file each key and list entry is written.
 *
 * @param places by key, which looks like {@code a/0/b}
 * @param end the error at which the text stops being YAML, null when it is YAML throughout
 */
record Places(
        Map<String, TokenStreamLocation> places, @Nullable JacksonException end) {

    /** Says whether the text holds nothing but comments. */
    static boolean isEmpty(YAMLMapper yaml, String text) {
        try (JsonParser parser = yaml.createParser(text)) {
            JsonToken first = parser.nextToken();
            return first == null || first == JsonToken.VALUE_NULL;
        }
    }

    /** Finds the places of a text; of one that is not YAML, those before the first error. */
    static Places of(YAMLMapper yaml, String text) {
        Map<String, TokenStreamLocation> places = new HashMap<>();
        try (JsonParser parser = yaml.createParser(text)) {
            while (parser.nextToken() != null) {
                String pointer = parser.streamReadContext().pathAsPointer().toString();
                places.putIfAbsent(keyOf(pointer), parser.currentTokenLocation());
            }
        } catch (JacksonException e) {
            return new Places(places, e);
        }
        return new Places(places, null);
    }

    /** Returns {@code ":line:column"} of a key, or of the nearest key around it that is written; the empty text without any. */
    String of(String key) {
        for (String k = key; !k.isEmpty(); k = k.substring(0, Math.max(0, k.lastIndexOf('/')))) {
            TokenStreamLocation place = places.get(k);
            if (place != null) {
                return of(place);
            }
        }
        return "";
    }

    /** Returns {@code ":line:column"} of a place. */
    static String of(TokenStreamLocation place) {
        return place.getLineNr() < 1 ? "" : ":%d:%d".formatted(place.getLineNr(), Math.max(1, place.getColumnNr()));
    }

    private static String keyOf(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1);
    }
}
