package dev.cpor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Refusal;
import dev.cpor.domain.RejectCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds rows and files that are right, to be made wrong in one place. */
final class FeedSamples {
    static final BusinessCalendar CALENDAR = calendarIn(ZoneOffset.UTC);
    static final String CUSTOMERS_HEADER = "tenant_id,name,country,public_sector";
    static final String EVENTS_HEADER = "event_id,claim_id,occurred_at,type,actor_role,actor";

    private static final String SHA_256 = "0123456789abcdefABCDEF0123456789abcdefABCDEF0123456789abcdefABCD";

    private static final Map<Feed, String> SAMPLES = Map.of(
            Feed.PARTNERS, "4711|Contoso|DE|EUR|OSU;OSA|true|MODERN_WORK",
            Feed.CUSTOMERS, "t-1|Fabrikam|FR|false",
            Feed.EXCHANGE_RATES, "EUR|2026-11-20|1.084512",
            Feed.CLAIMS, "C-1|Rollout|4711|OSU|USAGE|t-1|anna@example.org||2026-11-02T08:30:00+01:00",
            Feed.CLAIM_LINES, "C-1|1|BUSINESS_APPLICATIONS|D365|sub-1||DIRECT|ACTIVE|200|150|12000.5000|EUR",
            Feed.EVENTS, "e-1|C-1|2026-11-03T09:00:00Z|COMMENTED|PARTNER|anna|||||||Done",
            Feed.DISPUTES, "d-1|C-1|2026-11-20T09:00:00Z|4711|OSU|sub-1;Teams|t-1|We did the work",
            Feed.PAYMENT_RESULTS, "C-1-1-1|FAILED|p-1|2026-11-24|The account is closed");

    private FeedSamples() {}

    static BusinessCalendar calendarIn(ZoneId zone) {
        return new BusinessCalendar(zone, 2020, 2030, day -> day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    static Sample aRowOf(Feed feed) {
        return new Sample(feed, List.of(SAMPLES.getOrDefault(feed, "").split("\\|", -1)));
    }

    static Sample anEvent(String type, String role) {
        return aRowOf(Feed.EVENTS).with("type", type).with("actor_role", role).with("comment", "");
    }

    static Sample anUpload() {
        return anEvent("POE_UPLOADED", "PARTNER")
                .with("document_name", "poe.pdf")
                .with("document_sha256", SHA_256);
    }

    static FeedFile write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static FeedFile write(Path folder, String name, byte[] content) {
        try {
            Feed feed = Objects.requireNonNull(Feed.ofFile(name));
            return new FeedFile(Files.write(folder.resolve(name), content), feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<FeedRow> rowsOf(FeedFile file, long skip) {
        List<FeedRow> rows = new ArrayList<>();
        try (FeedRows reading = file.rows(skip)) {
            reading.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** A row whose columns can be changed. */
    record Sample(Feed feed, List<String> fields) {

        Sample with(String column, String value) {
            List<String> changed = new ArrayList<>(fields);
            changed.set(feed.position(column), value);
            return new Sample(feed, List.copyOf(changed));
        }

        Parsed read() {
            return RowReading.read(feed, fields, CALENDAR);
        }

        void isRefused(RejectCode code, String message) {
            assertThat(read()).isEqualTo(new Parsed.Bad(new Refusal(code, message)));
        }

        void isAccepted() {
            assertThat(read()).isInstanceOf(Parsed.Row.class);
        }
    }
}
