package dev.cpor.intake;

import static dev.cpor.intake.FeedSamples.CALENDAR;
import static dev.cpor.intake.FeedSamples.CUSTOMERS_HEADER;
import static dev.cpor.intake.FeedSamples.rowsOf;
import static dev.cpor.intake.FeedSamples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Refusal;
import dev.cpor.domain.RejectCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedRowsTest {
    @TempDir
    Path folder;

    @Test
    void findsColumnsByNameInAnyOrder() {
        FeedFile file = write(folder, "customers-1.csv", "public_sector,country,name,tenant_id\ntrue,DE,Zoë,t-1\n");

        assertThat(rowsOf(file, 0))
                .containsExactly(new FeedRow(2, "t-1", List.of("t-1", "Zoë", "DE", "true"), "true,DE,Zoë,t-1", null));
    }

    @Test
    void leavesAMissingOptionalColumnEmpty() {
        FeedFile file = write(
                folder,
                "partners-1.csv",
                "mpn_id,name,country,currency,payout_profile_valid\n1,A,DE,EUR,true\n2,B,FR,EUR,false\n");

        assertThat(rowsOf(file, 0))
                .extracting(FeedRow::fields)
                .containsExactly(
                        List.of("1", "A", "DE", "EUR", "", "true", ""),
                        List.of("2", "B", "FR", "EUR", "", "false", ""));
    }

    @Test
    void takesAByteOrderMarkAndAnyLineEnd() {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            String content =
                    "\uFEFF\"tenant_id\",name,country,public_sector\nt-1,A,DE,true\n\nt-2,\"B\nB\",DE,true\nt-3,C,DE,true\n"
                            .replace("\n", lineEnd);

            assertThat(rowsOf(write(folder, "customers-1.csv", content), 0))
                    .extracting(FeedRow::line, FeedRow::key)
                    .containsExactly(tuple(2L, "t-1"), tuple(4L, "t-2"), tuple(6L, "t-3"));
        }
    }

    @Test
    void namesTheLineInWhichARecordBeginsAfterQuotedLineBreaks() {
        String content = CUSTOMERS_HEADER
                + "\nt-1,\"a\nb\r\nc\n\",DE,true\n\n\nt-2,A,DE,true\nt-3,\"\n\",DE,true\nt-4,A,DE,true";

        assertThat(rowsOf(write(folder, "customers-1.csv", content), 0))
                .extracting(FeedRow::line, FeedRow::key)
                .containsExactly(tuple(2L, "t-1"), tuple(8L, "t-2"), tuple(9L, "t-3"), tuple(11L, "t-4"));
    }

    @Test
    void keepsTheRecordAsItStandsInTheFile() {
        String record = "\"t-1\",\"say \"\"hi\"\",\nplease\",D\"E,\"\"";

        assertThat(rowsOf(write(folder, "customers-1.csv", CUSTOMERS_HEADER + "\r\n" + record + "\r\n"), 0))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.raw()).isEqualTo(record);
                    assertThat(row.fields()).containsExactly("t-1", "say \"hi\",\nplease", "D\"E", "");
                });
    }

    @Test
    void refusesARowWithAnotherNumberOfFieldsAndGoesOn() {
        String content = CUSTOMERS_HEADER + "\nt-1,A,DE\nt-2,A,DE,true,\n\"\"\nt-4,A,DE,true\n";
        List<FeedRow> rows = rowsOf(write(folder, "customers-1.csv", content), 0);

        assertThat(rows).extracting(FeedRow::key).containsExactly("t-1", "t-2", "", "t-4");
        assertThat(rows)
                .extracting(FeedRow::raw)
                .containsExactly("t-1,A,DE", "t-2,A,DE,true,", "\"\"", "t-4,A,DE,true");
        assertThat(RowReading.read(Feed.CUSTOMERS, rows.get(0), CALENDAR))
                .isEqualTo(new Parsed.Bad(new Refusal(
                        RejectCode.WRONG_NUMBER_OF_FIELDS,
                        "The row has 3 fields, but the header has 4 columns; put commas between all fields, and quotes"
                                + " around a field that holds a comma, a quote or a line break.")));
        assertThat(rows.get(1).unfit()).extracting(Refusal::code).isEqualTo(RejectCode.WRONG_NUMBER_OF_FIELDS);
        assertThat(rows.get(2).unfit()).extracting(Refusal::code).isEqualTo(RejectCode.WRONG_NUMBER_OF_FIELDS);
        assertThat(RowReading.read(Feed.CUSTOMERS, rows.get(3), CALENDAR)).isInstanceOf(Parsed.CustomerRow.class);
    }

    @Test
    void goesOnInTheMiddle() {
        StringBuilder content = new StringBuilder(CUSTOMERS_HEADER + "\n");
        for (int i = 0; i < 5_000; i++) {
            content.append("t-%d,\"line\n%s\",DE,true\n".formatted(i, "é".repeat(i % 50)));
        }
        FeedFile file = write(folder, "customers-1.csv", content.toString());
        List<FeedRow> all = rowsOf(file, 0);

        assertThat(all).hasSize(5_000);
        for (int skip : List.of(1, 2_500, 4_999, 5_000, 6_000)) {
            assertThat(rowsOf(file, skip)).isEqualTo(all.subList(Math.min(skip, 5_000), 5_000));
        }
    }

    @Test
    void keysALineByClaimAndNumberAndARateByCurrencyAndDate() {
        assertThat(Feed.CLAIM_LINES.key(FeedSamples.aRowOf(Feed.CLAIM_LINES).fields()))
                .isEqualTo("C-1/1");
        assertThat(Feed.EXCHANGE_RATES.key(
                        FeedSamples.aRowOf(Feed.EXCHANGE_RATES).fields()))
                .isEqualTo("EUR/2026-11-20");
        assertThat(Feed.EXCHANGE_RATES.key(List.of("", "", "1"))).isEmpty();
        assertThat(Feed.CUSTOMERS.key(List.of("😀".repeat(201), "", "", ""))).isEqualTo("😀".repeat(200) + "…");
    }

    @Test
    void writesARowAsCsvAgain() {
        List<String> fields = List.of("", "a,b", "say \"hi\"", "two\nlines");
        String csv = Feed.CUSTOMERS.csv(fields);

        assertThat(csv).isEqualTo(",\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"");
        assertThat(rowsOf(write(folder, "customers-1.csv", CUSTOMERS_HEADER + "\n" + csv), 0))
                .singleElement()
                .extracting(FeedRow::fields)
                .isEqualTo(fields);
    }

    @Test
    void saysThatAFileChangedWhenItCannotBeReadAnyMore() {
        FeedFile file = write(folder, "customers-1.csv", CUSTOMERS_HEADER + "\nt-1,A,DE,true\nt-2,\"A");
        FeedFile gone = new FeedFile(folder.resolve("events-9.csv"), Feed.EVENTS);

        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> rowsOf(file, 0))
                .withMessageStartingWith(
                        "The feed file %s changed while it was read: the quote that begins in line 3", file.path());
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> rowsOf(gone, 0))
                .withMessageContaining("cannot be opened any more");
    }

    @Test
    void refusesARowBeyondAllReasonAndReadsOn() {
        FeedFile file = write(
                folder,
                "customers-1.csv",
                CUSTOMERS_HEADER + "\nt1," + "\uD83D\uDE00".repeat(RowHandler.LONGEST / 2)
                        + ",DE,true\nt-2,A,DE,true\n");

        List<FeedRow> rows = rowsOf(file, 0);

        assertThat(rows).extracting(FeedRow::key).containsExactly("t1", "t-2");
        assertThat(rows.get(0).unfit())
                .isEqualTo(new Refusal(
                        RejectCode.TOO_LONG, "The row has 1048587 characters, expected at most 1048576; shorten it."));
        assertThat(rows.get(0).raw())
                .hasSizeLessThanOrEqualTo(RowHandler.LONGEST)
                .endsWith("\uD83D\uDE00");
        assertThat(rows.get(1).unfit()).isNull();
    }
}
