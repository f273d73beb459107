package dev.cpor.payout.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompactMapTest {
    private final CompactMap map = new CompactMap();

    @Test
    void keepsTheFirstValueOfAKey() {
        assertThat(map.putIfAbsent("a", "1")).isNull();
        assertThat(map.putIfAbsent("a", "2")).isEqualTo("1");
        assertThat(map.get("a")).isEqualTo("1");
        assertThat(map.get("b")).isNull();
    }

    @Test
    void takesLongAndEmptyTexts() {
        String longest = "x".repeat(65_535);
        for (int i = 0; i < 40; i++) {
            map.putIfAbsent(longest.substring(i), longest);
        }
        map.putIfAbsent("", "");
        assertThat(map.get(longest.substring(39))).isEqualTo(longest);
        assertThat(map.get("")).isEmpty();
    }

    @Test
    void agreesWithAnOrdinaryMap() {
        Random random = new Random(42);
        Map<String, String> ordinary = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            String key = "C-" + random.nextInt(150_000) + "-\uD83D\uDE00";
            assertThat(map.putIfAbsent(key, "v" + i)).isEqualTo(ordinary.putIfAbsent(key, "v" + i));
        }
        ordinary.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    }
}
