package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private final Differences differences = new Differences(2, key -> List.of("story of " + key));

    @Test
    void theSameLinesInAnotherOrderAreNoDifference() {
        assertThat(differences.between(List.of("id,x", "a,1", "b,2"), List.of("id,x", "\"b\",2", "a,1")))
                .isEmpty();
    }

    @Test
    void aDifferenceNamesTheColumnAndTellsTheStory() {
        assertThat(differences.between(List.of("id,x,y", "a,1,2", "b,2,2"), List.of("id,x,y", "a,1,3", "c,2,2")))
                .isEqualTo("""
                        a: y: expected <2> but found <3>
                            story of a
                        b: expected [b, 2, 2], but not found
                            story of b
                        and 1 more of 3""");
    }

    @Test
    void anotherHeaderAndAMissingListAreToldAtOnce() {
        assertThat(differences.between(List.of("id,x"), List.of("id,z"))).contains("header");
        assertThat(differences.between(List.of("id,x"), List.of())).contains("nothing");
    }
}
