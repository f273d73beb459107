package dev.cpor.intake;

import static dev.cpor.intake.FeedSamples.CALENDAR;
import static dev.cpor.intake.FeedSamples.CUSTOMERS_HEADER;
import static dev.cpor.intake.FeedSamples.EVENTS_HEADER;
import static dev.cpor.intake.FeedSamples.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.intake.Inspection.Readable;
import dev.cpor.intake.Inspection.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @TempDir
    Path folder;

    @Test
    void countsRowsAndFingerprintsEveryByte() throws NoSuchAlgorithmException {
        String content = "\uFEFF" + CUSTOMERS_HEADER + "\r\nt-1,Ünal,DE,true\r\n\r\nt-2,short\r\nt-3,Zoë,NL,false";

        assertThat(write(folder, "customers-1.csv", content).inspect(CALENDAR))
                .isEqualTo(new Readable(sha256(content.getBytes(StandardCharsets.UTF_8)), 3, null));
    }

    @Test
    void findsTheLatestDayInTheCalendarsZone() {
        FeedFile file = write(folder, "events-1.csv", EVENTS_HEADER + """

                        e-1,C-1,2026-11-03T09:00:00Z,COMMENTED,PARTNER,anna
                        e-2,C-1,2026-11-04T23:30:00Z,COMMENTED,PARTNER,anna
                        e-3,C-1,2027-13-01T00:00:00Z,COMMENTED,PARTNER,anna
                        e-4,C-1,2999-01-01T00:00:00Z,COMMENTED,PARTNER,anna
                        e-5,C-1,2027-01-01T00:00:00Z,TOO,MANY,FIELDS,HERE
                        """);

        assertThat(latestDay(file.inspect(CALENDAR))).isEqualTo("2026-11-04");
        assertThat(latestDay(file.inspect(FeedSamples.calendarIn(ZoneId.of("Europe/Berlin")))))
                .isEqualTo("2026-11-05");
    }

    @Test
    void acceptsAFileWithAHeaderAlone() {
        assertThat(write(folder, "events-1.csv", EVENTS_HEADER).inspect(CALENDAR))
                .isInstanceOfSatisfying(
                        Readable.class, readable -> assertThat(readable.rows()).isZero());
    }

    @Test
    void refusesWhatIsNotUtf8AndNamesLineAndByte() throws NoSuchAlgorithmException {
        byte[] content =
                (CUSTOMERS_HEADER + "\r\nt-1,Zo,DE,true\r\nt-2,Zoë,DE,true\r\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(write(folder, "customers-1.csv", content).inspect(CALENDAR))
                .isEqualTo(new Unreadable(
                        sha256(content),
                        "customers-1.csv: line 3 has the byte 0xEB (byte 61 of the file), which is not UTF-8; save the"
                                + " file as UTF-8."));
    }

    /** Some programs write a character outside the basic plane as two halves, which no reader of UTF-8 takes. */
    @Test
    void refusesHalfACharacter() {
        byte[] content =
                (CUSTOMERS_HEADER + "\nt-1,\u00ED\u00A0\u00BD,DE,true\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(message(write(folder, "customers-1.csv", content))).contains("line 2 has the byte 0xED");
    }

    @Test
    void refusesACharacterThatIsCutOffAtTheEnd() {
        byte[] content = (CUSTOMERS_HEADER + "\nt-1,Zoë").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(content, content.length - 1);

        assertThat(message(write(folder, "customers-1.csv", cut))).contains("line 2 has the byte 0xC3");
    }

    @Test
    void findsTheByteAlsoFarInside() {
        String line = "t-1,Zoë,DE,true\n";
        byte[] content = (CUSTOMERS_HEADER + "\n" + line.repeat(9_999) + "x").getBytes(StandardCharsets.UTF_8);
        content[content.length - 1] = (byte) 0xFF;

        assertThat(message(write(folder, "customers-1.csv", content)))
                .contains("line 10001 has the byte 0xFF (byte %d of the file)".formatted(content.length));
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused(
                "",
                "the file is empty; its first line must be the header, with the columns tenant_id, name, country, public_sector.");
        assertRefused(
                "\uFEFF",
                "the file is empty; its first line must be the header, with the columns tenant_id, name, country, public_sector.");
        assertRefused(
                "\n" + CUSTOMERS_HEADER,
                "line 1 is empty; it must be the header, with the columns tenant_id, name, country, public_sector.");
    }

    @Test
    void refusesAnUnknownColumn() {
        assertRefused(
                CUSTOMERS_HEADER + ",colour\n",
                "the header has the unknown column \"colour\"; the columns of a customers- file are tenant_id, name, country, public_sector.");
        assertRefused(
                "t-1,Zoë,DE,true\n",
                "the header has the unknown column \"t-1\"; the columns of a customers- file are tenant_id, name, country, public_sector.");
    }

    @Test
    void refusesAMissingColumn() {
        assertRefused(
                "name,public_sector\n",
                "the header lacks tenant_id, country, which every file customers-* must have; add it, in any order.");
    }

    @Test
    void refusesAColumnThatIsThereTwice() {
        assertRefused(
                CUSTOMERS_HEADER + ",name\n", "the header has the column name twice; leave each column in it once.");
    }

    @Test
    void namesTheLineInWhichAQuoteBeginsThatNeverCloses() {
        assertRefused(
                CUSTOMERS_HEADER + "\nt-1,\"A\nB\r\nC\",\"DE,true\nt-2,B,FR,true\n",
                "the quote that begins in line 4 never closes; close it, or double a quote that belongs to the text.");
        assertRefused(
                CUSTOMERS_HEADER + "\n\"",
                "the quote that begins in line 2 never closes; close it, or double a quote that belongs to the text.");
    }

    @Test
    void refusesTextAfterAClosingQuote() {
        assertRefused(
                CUSTOMERS_HEADER + "\nt-1,\"A\n\" B,DE,true\n",
                "the quoted field that begins in line 2 goes on after its closing quote; double a quote that belongs to the text, and close the field where it ends.");
    }

    @Test
    void refusesAFieldBeyondAllReason() {
        String huge = "x".repeat(FeedFile.MAX_FIELD);

        assertRefused(
                CUSTOMERS_HEADER + "\nt-1,A,DE,true\nt-1,\"" + huge,
                "the field that begins in line 3 has more than about 4194304 characters; if a quote begins there, it may never close.");
    }

    @Test
    void refusesARecordBeyondAllReason() {
        assertRefused(
                CUSTOMERS_HEADER + "\nt-1,A,DE,true\n" + ",".repeat(RecordHandler.MAX_RECORD),
                "the record that begins in line 3 has more than 16777216 characters; close its quote or split it.");
        assertThat(message(write(folder, "customers-1.csv", ",".repeat(1_000)))).contains("unknown column \"\"");
    }

    @Test
    void fingerprintsARefusedFileToItsEnd() throws NoSuchAlgorithmException {
        byte[] content = ("wrong\n" + "x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);

        String expected = sha256(content);

        assertThat(write(folder, "customers-1.csv", content).inspect(CALENDAR))
                .isInstanceOfSatisfying(Unreadable.class, refused -> assertThat(refused.sha256())
                        .isEqualTo(expected));
    }

    @Test
    void refusesAFileThatIsGone() {
        FeedFile gone = new FeedFile(folder.resolve("events-1.csv"), Feed.EVENTS);

        assertThat(gone.inspect(CALENDAR)).isInstanceOfSatisfying(Unreadable.class, refused -> {
            assertThat(refused.sha256()).isNull();
            assertThat(refused.message()).startsWith("events-1.csv: the file cannot be opened or read");
        });
    }

    private void assertRefused(String content, String message) {
        assertThat(message(write(folder, "customers-1.csv", content))).isEqualTo("customers-1.csv: " + message);
    }

    private static String message(FeedFile file) {
        return file.inspect(CALENDAR) instanceof Unreadable refused ? refused.message() : "not refused";
    }

    private static LocalDate latestDay(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Readable.class);
        return Objects.requireNonNull(((Readable) inspection).latestDay());
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
