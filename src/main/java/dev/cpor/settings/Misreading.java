package dev.cpor.settings;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Suggestion;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a settings file in the words of the file, and where. */
record Misreading(Path file, Places places) {

    ClearFailure explain(InvalidSetting refusal) {
        return failure(places.of(refusal.key()), refusal.getMessage() + ".", refusal);
    }

    ClearFailure explain(JacksonException e) {
        if (places.end() != null) {
            return notYaml(places.end());
        }
        String key = keyOf(e);
        if (e.getCause() instanceof InvalidSetting refusal) {
            String refused = refusal.key().isEmpty() ? key : key.isEmpty() ? refusal.key() : key + "/" + refusal.key();
            return failure(places.of(refused), refusal.getMessage() + ".", e);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return failure(places.of(key), unknownKey(unknown), e);
        }
        if (e instanceof InvalidFormatException wrong) {
            return failure(
                    places.of(key),
                    "%s is \"%s\", but must be %s."
                            .formatted(shown(key), wrong.getValue(), Expected.of(wrong.getTargetType())),
                    e);
        }
        if (e instanceof InputCoercionException wrong) {
            return failure(
                    places.of(key), "%s must be %s.".formatted(shown(key), Expected.of(wrong.getTargetType())), e);
        }
        if (e instanceof StreamReadException) {
            // The text is YAML throughout: what cannot be read is a word such as .nan where a number is to stand.
            return failure(places.of(key), "%s must be %s.".formatted(shown(key), Expected.of(BigDecimal.class)), e);
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            return failure(
                    places.of(key), "%s must be %s.".formatted(shown(key), Expected.of(wrong.getTargetType())), e);
        }
        return failure(
                places.of(key), "%s cannot be read (%s).".formatted(shown(key), firstLine(e.getOriginalMessage())), e);
    }

    private ClearFailure notYaml(JacksonException e) {
        return failure(
                Places.of(e.getLocation()),
                "this is not YAML that can be read (%s); compare it with the lines above it."
                        .formatted(firstLine(e.getOriginalMessage())),
                e);
    }

    private static String unknownKey(UnrecognizedPropertyException unknown) {
        List<String> valid = Arrays.stream(unknown.getReferringClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return "\"%s\" is not a key%s; valid here are %s."
                .formatted(
                        unknown.getPropertyName(),
                        Suggestion.among(valid, unknown.getPropertyName()),
                        String.join(", ", valid));
    }

    private ClearFailure failure(String place, String sentence, Exception cause) {
        return new ClearFailure("%s%s: %s".formatted(file, place, sentence), cause);
    }

    private static String shown(String key) {
        return key.isEmpty() ? "the file" : "\"%s\"".formatted(key);
    }

    private static String keyOf(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : String.valueOf(step.getIndex()))
                .collect(Collectors.joining("/"));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
