package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceBasicsTest {

    @Test
    void businessDaysLeaveOutWeekendsAndHolidays() {
        LocalDate start = LocalDate.parse("2026-11-02");
        assertThat(ReferenceCalendar.businessDays(start, start)).isZero();
        assertThat(ReferenceCalendar.businessDays(start, LocalDate.parse("2026-11-09")))
                .isEqualTo(5);
        assertThat(ReferenceCalendar.businessDays(start, LocalDate.parse("2026-11-12")))
                .isEqualTo(7);
        assertThat(ReferenceCalendar.businessDays(LocalDate.parse("2027-12-23"), LocalDate.parse("2028-01-03")))
                .isEqualTo(5);
        assertThat(ReferenceCalendar.days(start, LocalDate.parse("2026-11-10"))).isEqualTo(8);
    }

    @Test
    void aRecordMayHoldLineBreaksAndBeginsWhereItBegins() throws CsvText.Unreadable {
        byte[] text = "\uFEFFa,b\r\n1,\"x\r\n\"\"y\"\"\"\r\n2,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(CsvText.parse(text))
                .containsExactly(
                        new CsvText.Record(1, List.of("a", "b")),
                        new CsvText.Record(2, List.of("1", "x\r\n\"y\"")),
                        new CsvText.Record(4, List.of("2", "")));
    }

    @Test
    void anOpenQuoteAndBytesThatAreNoTextAreUnreadable() {
        assertThatThrownBy(() -> CsvText.parse("a\n\"b".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 2: a quote that never closes");
        assertThatThrownBy(() -> CsvText.parse(new byte[] {'a', (byte) 0xC3, '\n'}))
                .hasMessage("not UTF-8");
    }
}
