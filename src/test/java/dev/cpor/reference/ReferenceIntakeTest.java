package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceIntakeTest {

    @TempDir
    Path inbox;

    @Test
    void anIdIsTakenByAWaitingRowAndFreeAgainAfterARefusal() {
        SmallWorld world = new SmallWorld(inbox)
                .event("C-1", "2026-11-04", "COMMENTED", "event_id=E")
                .event("C-1", "2026-11-04", "COMMENTED", "event_id=E")
                .event("C-1", "2026-11-04", "COMMENTED", "event_id=E", "comment=Other")
                .night("2026-11-03");
        assertThat(world.refusals("2026-11-03")).containsExactly("ID_TAKEN");
        assertThat(world.nights.duplicates(LocalDate.parse("2026-11-03"))).containsExactly(entry("events-001.csv", 1));
        world.night("2026-11-04");
        assertThat(world.refusals("2026-11-04")).containsExactly("UNKNOWN_CLAIM");
        world.claim("C-1", "2026-11-05")
                .event("C-1", "2026-11-05", "COMMENTED", "event_id=E", "comment=Third")
                .night("2026-11-05");
        assertThat(world.refusals("2026-11-05")).isEmpty();
        assertThat(world.state("C-1")).isEqualTo("EDITING,,NONE,NOT_ASSESSED,2026-11-05,2");
    }

    private static Map.Entry<String, Integer> entry(String file, int count) {
        return Map.entry(file, count);
    }

    @Test
    void theSameBytesUnderAnotherNameAreNotReadTwice() {
        SmallWorld world = new SmallWorld(inbox);
        String text = "currency,rate_date,usd_rate\nEUR,2026-13-01,1\n";
        world.file("exchange-rates-a.csv", text).night("2026-11-02");
        world.file("exchange-rates-b.csv", text).night("2026-11-03");
        assertThat(world.refusals("2026-11-02")).containsExactly("MALFORMED");
        assertThat(world.refusals("2026-11-03")).isEmpty();
    }

    @Test
    void linesWaitForTheirClaimAndAClaimWaitsForItsDay() {
        SmallWorld world = new SmallWorld(inbox)
                .line("C-1", 1)
                .night("2026-11-02")
                .claim("C-1", "2026-11-04")
                .event("C-1", "2026-11-04", "POE_UPLOADED")
                .event("C-1", "2026-11-04", "CLAIM_SUBMITTED")
                .night("2026-11-03");
        assertThat(world.state("C-1")).isEqualTo("none");
        world.night("2026-11-04");
        assertThat(world.state("C-1")).isEqualTo("SUBMITTED,,NONE,NOT_ASSESSED,2026-11-04,3");
    }

    @Test
    void aNewLineIsRefusedAfterTheReviewBeganButAnExistingOneIsUpdated() {
        SmallWorld world = new SmallWorld(inbox)
                .underReview("C-1", "2026-11-02")
                .night("2026-11-02")
                .line("C-1", 1, "annual_revenue=2")
                .line("C-1", 2)
                .night("2026-11-03");
        assertThat(world.refusals("2026-11-03")).containsExactly("LINE_TOO_LATE");
        assertThat(world.nights.rejects(LocalDate.parse("2026-11-03")))
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.id()).isEqualTo("C-1/2");
                    assertThat(reject.line()).isEqualTo(3);
                });
    }

    @Test
    void aRemovedLineStaysRemovedAndAClaimWithoutLinesIsNotSubmitted() {
        SmallWorld world = new SmallWorld(inbox)
                .claim("C-1", "2026-11-02T00:00:00Z")
                .line("C-1", 1)
                .event("C-1", "2026-11-02T01:00:00Z", "CLAIM_EDITED", "field=remove_line", "value=1")
                .event("C-1", "2026-11-02T02:00:00Z", "CLAIM_EDITED", "field=remove_line", "value=1")
                .event("C-1", "2026-11-02T03:00:00Z", "POE_UPLOADED")
                .event("C-1", "2026-11-02T04:00:00Z", "CLAIM_SUBMITTED")
                .night("2026-11-02")
                .line("C-1", 1, "seats=11")
                .night("2026-11-03");
        assertThat(world.refusals("2026-11-02")).containsExactly("NO_SUCH_LINE", "NOTHING_TO_SUBMIT");
        assertThat(world.refusals("2026-11-03")).containsExactly("LINE_REMOVED");
        assertThat(world.state("C-1")).isEqualTo("EDITING,,NONE,NOT_ASSESSED,2026-11-02,3");
    }

    @Test
    void theDayOfAnInstantIsThatOfTheZone() {
        SmallWorld utc =
                new SmallWorld(inbox).claim("C-1", "2026-11-02T23:30:00-02:00").night("2026-11-02");
        assertThat(utc.state("C-1")).isEqualTo("none");
        utc.night("2026-11-03");
        assertThat(utc.state("C-1")).isEqualTo("EDITING,,NONE,NOT_ASSESSED,2026-11-03,1");
        SmallWorld west = new SmallWorld(inbox, "America/New_York").night("2026-11-02");
        assertThat(west.state("C-1")).isEqualTo("EDITING,,NONE,NOT_ASSESSED,2026-11-02,1");
    }

    @Test
    void creationComesFirstAtTheSameInstantAndThenTheIdsDecide() {
        SmallWorld world = new SmallWorld(inbox)
                .event("C-1", "2026-11-02", "COMMENTED", "event_id=2")
                .event("C-1", "2026-11-02", "POE_UPLOADED", "event_id=1")
                .claim("C-1", "2026-11-02")
                .night("2026-11-02");
        assertThat(world.nights.history("C-1"))
                .extracting(ReferenceHistory::kind)
                .containsExactly("CREATED", "POE_UPLOADED", "COMMENTED");
    }

    @Test
    void fieldsThatAnEventTypeDoesNotUseAreIgnoredAndWrongOnesRefused() {
        SmallWorld world = new SmallWorld(inbox)
                .claim("C-1", "2026-11-02")
                .event("C-1", "2026-11-02", "COMMENTED", "reason=NONSENSE", "field=nothing")
                .event("C-1", "2026-11-02", "COMMENTED", "actor_role=SUPPORT")
                .event("C-1", "2026-11-02", "COMMENTED", "comment=")
                .event("C-1", "2026-11-02", "CLAIM_EDITED", "field=mpn_id", "value=P-9")
                .event("C-1", "2026-11-02", "CLAIM_EDITED", "field=tenant_id", "value=T-2")
                .night("2026-11-02");
        assertThat(world.refusals("2026-11-02"))
                .containsExactly("MALFORMED", "MALFORMED", "MALFORMED", "UNKNOWN_PARTNER");
        assertThat(world.state("C-1")).endsWith(",2");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWholeAndTheOthersGoOn() {
        SmallWorld world = new SmallWorld(inbox)
                .file("events-a.csv", "event_id,claim_id\n")
                .file("events-b.csv", "currency,rate_date,usd_rate\n")
                .file("exchange-rates-a.csv", "currency,rate_date,usd_rate\nEUR,2026-11-01,\"1\n")
                .file("notes.txt", "not a feed")
                .claim("C-1", "2026-11-02")
                .night("2026-11-02");
        assertThat(world.nights.refusedFiles(LocalDate.parse("2026-11-02")))
                .containsOnlyKeys("events-a.csv", "events-b.csv", "exchange-rates-a.csv");
        assertThat(world.state("C-1")).isEqualTo("EDITING,,NONE,NOT_ASSESSED,2026-11-02,1");
    }
}
