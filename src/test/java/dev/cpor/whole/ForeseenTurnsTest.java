package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.store.claim.ClaimHistory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are kept as if all went well: ids are free, and a turn is had by the night that read the row. Neither need be so. */
@Tag("database")
class ForeseenTurnsTest {
    private static final String LATE = "CPOR-5";

    @TempDir
    Path temp;

    /** Reads in pages of two rows. */
    private Sandbox sandbox() {
        Sandbox sandbox = new Sandbox(temp).nightly("chunk: 2", "partitions: 3");
        SmallInbox.of(5).writeTo(sandbox);
        return sandbox;
    }

    @Test
    void rowsHaveTheirTurnInAnotherNightThanTheOneThatReadThem() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(sandbox.run("claims", "list").status()).isZero();
            Owner.of(sandbox).execute("""
                            create trigger refuse_one before insert on claim for each row
                                if new.claim_id = 'CPOR-5' then
                                    signal sqlstate '45000' set message_text = 'Not this one.';
                                end if
                            """);
            assertThat(sandbox.run("intake", "--date", "2026-11-10").status()).isEqualTo(1);
            assertThat(kinds(sandbox)).isEmpty();
            Owner.of(sandbox).execute("drop trigger refuse_one");

            assertThat(sandbox.run("intake", "--date", "2026-11-03").status()).isZero();

            assertThat(kinds(sandbox))
                    .containsExactly("CLAIM_CREATED", "POE_UPLOADED", "CLAIM_SUBMITTED", "REVIEW_STARTED");
            assertThat(nights(sandbox))
                    .containsExactly("2026-11-03", "2026-11-03", "2026-11-03", "2026-11-03", "2026-11-03", "null");

            assertThat(sandbox.run("intake", "--date", "2026-11-12").status()).isZero();

            assertThat(kinds(sandbox)).hasSize(5).endsWith("INFORMATION_REQUESTED");
            assertThat(nights(sandbox)).hasSize(6).endsWith("2026-11-03", "2026-11-12");
            assertThat(sandbox.histories().values())
                    .allSatisfy(entries -> assertThat(entries).hasSize(5));
        }
    }

    @Test
    void idsThatAreTakenAreFoundAmongOthersThatAreFree() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(sandbox.run("intake", "--date", "2026-11-10").status()).isZero();
            String form = "%s,%s,2026-11-06T08:00:00Z,COMMENTED,PARTNER,someone@example.org,,,,,,,%s";
            sandbox.feed(
                    "events-2.csv",
                    "event_id,claim_id,occurred_at,type,actor_role,actor,reason,detail,field,value,document_name,document_sha256,comment",
                    form.formatted("C-1", LATE, "one"),
                    form.formatted("C-2", LATE, "two"),
                    form.formatted("C-3", LATE, "three"),
                    form.formatted("C-1", LATE, "one"),
                    form.formatted("C-2", LATE, "something else"),
                    form.formatted("E-CPOR-1-1", LATE, "taken by the first file"),
                    form.formatted("C-4", LATE, "four"));

            Said said = sandbox.run("intake", "--date", "2026-11-10");

            assertThat(said.status()).isZero();
            assertThat(said.out()).contains("events-2.csv: 7 rows read, 0 waiting, 1 duplicate", "2 rejects");
            assertThat(sandbox.histories().get(LATE))
                    .extracting(ClaimHistory.Entry::comment)
                    .endsWith("one", "two", "three", "four");
        }
    }

    private static List<String> kinds(Sandbox sandbox) {
        return sandbox.histories().getOrDefault(LATE, List.of()).stream()
                .map(ClaimHistory.Entry::kind)
                .toList();
    }

    /** The nights in which the rows of that claim had their turn, in the order of their days. */
    private static List<String> nights(Sandbox sandbox) {
        try (OpenDatabase database = sandbox.open()) {
            return database.rows("""
                            select settled_on from staged_row where claim_id = 'CPOR-5'
                             order by coalesce(occurred_on, '2026-10-27'), id
                            """);
        }
    }
}
