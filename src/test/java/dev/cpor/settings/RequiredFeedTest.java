package dev.cpor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredFeedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    events-{date}*.csv         | events-2026-11-10.csv           | true
                    events-{date}*.csv         | inbox/late/events-2026-11-10-b.csv | true
                    events-{date}*.csv         | events-2026-11-09.csv           | false
                    events-{date}*.csv         | xevents-2026-11-10.csv          | false
                    {events,disputes}-{date}.csv | disputes-2026-11-10.csv       | true
                    claims-*.csv               | claims-anything.csv             | true
                    claims-*.csv               | CLAIMS-anything.csv             | false
                    """)
    void isMetByAFileWhoseNameFitsOnThatBusinessDate(String pattern, Path file, boolean met) {
        assertThat(new RequiredFeed(pattern).isMetBy(file, LocalDate.of(2026, 11, 10)))
                .isEqualTo(met);
    }
}
