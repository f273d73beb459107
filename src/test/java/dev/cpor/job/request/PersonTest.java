package dev.cpor.job.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
    @ParameterizedTest
    @ValueSource(strings = {"ANNA b", " Anna  B ", "Anna\nB", "Anna\tB", "Anna\u00A0B", "Anna\u200B B", "Ａnna B"})
    void isTheSameHoweverTheNameIsWritten(String name) {
        assertThat(new Person(name).isSameAs(new Person("Anna B"))).isTrue();
    }
}
