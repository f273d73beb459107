package dev.cpor.settings;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Knows where in a file each key and list entry is written; keys look like {@code a/0/b}. */
final class Places {
    private final Map<String, TokenStreamLocation> places;

    private Places(Map<String, TokenStreamLocation> places) {
        this.places = places;
    }

    /** Says whether the text holds nothing but comments. */
    static boolean isEmpty(YAMLMapper yaml, String text) {
        try (JsonParser parser = yaml.createParser(text)) {
            JsonToken first = parser.nextToken();
            return first == null || (first.isScalarValue() && parser.getString().isEmpty());
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
            // The error is what is being explained; the places found so far are all there are.
        }
        return new Places(places);
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
