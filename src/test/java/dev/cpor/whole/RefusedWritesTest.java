package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.store.claim.ClaimHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database may refuse what is to be written for one claim; the night goes on with the others. */
@Tag("database")
class RefusedWritesTest {
    private static final String HANDED_OFF = "CPOR-3";
    private static final String REMINDED = "CPOR-5";

    @TempDir
    Path temp;

    @Test
    void quarantineTheirClaimAndNoOther() {
        try (Sandbox sandbox = new Sandbox(temp)) {
            SmallInbox.of(8).writeTo(sandbox);
            assertThat(sandbox.run("intake", "--date", "2026-11-10").status()).isZero();
            Map<String, List<ClaimHistory.Entry>> before = sandbox.histories();
            Owner.of(sandbox).execute("""
                            create trigger refuse_one before insert on earning for each row
                                if new.earning_id like 'CPOR-3-%' then
                                    signal sqlstate '45000' set message_text = 'Not this one.';
                                end if
                            """, """
                            create trigger spoil_one before update on claim for each row
                                if new.claim_id = 'CPOR-5' then set new.notes = repeat('x', 501); end if
                            """);

            Said night = sandbox.run("nightly", "--date", "2026-11-10", "--strict");

            assertThat(night.status()).as(night.err()).isEqualTo(3);
            assertThat(night.out()).contains("2 claims are in quarantine");
            assertThat(sandbox.run("runs", "show", "1").out())
                    .contains(
                            HANDED_OFF,
                            "Not this one.",
                            "The customer did not object within seven days",
                            REMINDED,
                            "Data too long for column 'notes'",
                            "The partner's response is due soon");
            Map<String, List<ClaimHistory.Entry>> after = sandbox.histories();
            assertThat(after.get(HANDED_OFF)).isEqualTo(before.get(HANDED_OFF));
            assertThat(after.get(REMINDED)).isEqualTo(before.get(REMINDED));
            assertThat(after.keySet())
                    .filteredOn(Predicate.not(List.of(HANDED_OFF, REMINDED)::contains))
                    .hasSize(6)
                    .allSatisfy(claim -> assertThat(after.get(claim))
                            .hasSizeGreaterThan(
                                    before.getOrDefault(claim, List.of()).size()));

            Owner.of(sandbox).execute("drop trigger refuse_one", "drop trigger spoil_one");
            assertThat(sandbox.run("nightly", "--date", "2026-11-11", "--strict")
                            .status())
                    .isZero();
            assertThat(sandbox.histories().get(HANDED_OFF)).last().satisfies(entry -> assertThat(entry.incentive())
                    .isEqualTo("ELIGIBLE"));
            assertThat(sandbox.histories().get(REMINDED)).last().satisfies(entry -> assertThat(entry.kind())
                    .isEqualTo("REMINDED"));
        }
    }
}
