package dev.cpor.payout;

import dev.cpor.digest.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of one JSON object, taken one by one; each must be there, with its type, and none may be left over. */
final class JsonFields {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private int taken;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    static JsonFields of(byte[] bytes) throws MalformedFile {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode object = MAPPER.readTree(text);
            if (!object.isObject()) {
                throw new MalformedFile("it must be one JSON object");
            }
            return new JsonFields(object);
        } catch (CharacterCodingException e) {
            throw new MalformedFile("it must be UTF-8");
        } catch (JacksonException e) {
            throw new MalformedFile("it is not readable as JSON (" + e.getOriginalMessage() + ")");
        }
    }

    void format(String expected) throws MalformedFile {
        String found = text("format");
        if (!found.equals(expected)) {
            throw new MalformedFile("its format is " + found + ", expected was " + expected);
        }
    }

    String text(String name) throws MalformedFile {
        JsonNode node = taken(name);
        if (!node.isString()) {
            throw new MalformedFile("its " + name + " must be a text");
        }
        return node.asString();
    }

    LocalDate date(String name) throws MalformedFile {
        String text = text(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedFile("its " + name + " is " + text + ", expected was a date such as 2026-11-20");
        }
    }

    String sha256(String name) throws MalformedFile {
        return sha256(name, text(name));
    }

    @Nullable
    String sha256OrNull(String name) throws MalformedFile {
        return object.path(name).isNull() ? nothing(name) : sha256(name);
    }

    long number(String name) throws MalformedFile {
        JsonNode node = taken(name);
        if (!node.isIntegralNumber() || !isLong(node.bigIntegerValue())) {
            throw new MalformedFile("its " + name + " must be a whole number that is not negative");
        }
        return node.longValue();
    }

    SortedMap<String, String> texts(String name) throws MalformedFile {
        JsonNode node = taken(name);
        SortedMap<String, String> texts = new TreeMap<>();
        for (var entry : node.properties()) {
            if (!entry.getValue().isString()) {
                throw new MalformedFile("its " + name + " must hold texts, and " + entry.getKey() + " is none");
            }
            texts.put(entry.getKey(), entry.getValue().asString());
        }
        if (!node.isObject()) {
            throw new MalformedFile("its " + name + " must be an object");
        }
        return texts;
    }

    SortedMap<String, String> sha256s(String name) throws MalformedFile {
        SortedMap<String, String> texts = texts(name);
        for (String text : texts.values()) {
            sha256(name, text);
        }
        return texts;
    }

    void nothingElse() throws MalformedFile {
        if (object.size() != taken) {
            throw new MalformedFile("it holds fields that its format does not have");
        }
    }

    private JsonNode taken(String name) throws MalformedFile {
        JsonNode node = object.get(name);
        if (node == null) {
            throw new MalformedFile("its " + name + " is missing");
        }
        taken++;
        return node;
    }

    private @Nullable String nothing(String name) throws MalformedFile {
        taken(name);
        return null;
    }

    private static String sha256(String name, String text) throws MalformedFile {
        if (!Sha256.isOne(text)) {
            throw new MalformedFile("its " + name + " must hold 64 lower-case hexadecimal digits");
        }
        return text;
    }

    private static boolean isLong(BigInteger number) {
        return number.signum() >= 0 && number.bitLength() < Long.SIZE;
    }
}
