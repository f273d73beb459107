package dev.cpor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {
    private static final List<String> KEYS = List.of("chunk", "partitions", "ruleTimeout");

    @ParameterizedTest
    @ValueSource(strings = {"ruletimeout", "rule_timeout", "ruleTimeOut", "ruleTimout", "RULETIMEOUT", "ruleTimeoutMs"})
    void findsTheWordThatWasMeant(String found) {
        assertThat(Suggestion.among(KEYS, found)).isEqualTo("; perhaps \"ruleTimeout\" is meant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "colour", "chocolate"})
    void suggestsNothingForAWordThatIsFarFromAll(String found) {
        assertThat(Suggestion.among(KEYS, found)).isEmpty();
    }

    @Test
    void suggestsNothingWhereThereIsNothing() {
        assertThat(Suggestion.among(List.of(), "chunk")).isEmpty();
    }
}
