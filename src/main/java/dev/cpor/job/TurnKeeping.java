package dev.cpor.job;

import static java.util.stream.Collectors.toMap;

import dev.cpor.domain.Claim;
import dev.cpor.intake.TurnPage;
import dev.cpor.store.claim.ClaimStates;
import dev.cpor.store.intake.ReferenceRows;
import dev.cpor.store.intake.TurnWriting;
import dev.cpor.store.intake.WaitingRows;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Gives the waiting rows of a page of claims their turn, and writes what they came to: one write for each claim. */
final class TurnKeeping implements ItemWriter<List<String>> {
    private final NightWork work;
    private final WaitingRows waitingRows;
    private final ClaimStates states;
    private final ReferenceRows references;
    private final TurnWriting writing;

    TurnKeeping(
            NightWork work,
            WaitingRows waitingRows,
            ClaimStates states,
            ReferenceRows references,
            TurnWriting writing) {
        this.work = work;
        this.waitingRows = waitingRows;
        this.states = states;
        this.references = references;
        this.writing = writing;
    }

    @Override
    public void write(Chunk<? extends List<String>> pages) {
        for (List<String> claimIds : pages) {
            WaitingRows.Waiting waiting = waitingRows.waiting(claimIds);
            TurnPage page = TurnPage.of(waiting.rows(), work.hand().calendar());
            Map<String, ClaimStates.Stored> stored = states.of(claimIds);
            Map<String, Claim> claims = stored.entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().claim()));
            Map<String, Long> ids = stored.entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().id()));
            writing.write(
                    work.night(),
                    ids,
                    waiting,
                    page.take(work.night().businessDate(), claims, references.known(page.mpnIds(), page.tenantIds())));
            work.hand().progress().advance(claimIds.size());
        }
    }
}
