package dev.cpor.store.intake;

import dev.cpor.domain.Claim;
import dev.cpor.domain.ClaimEvent;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Dispute;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.EventType;
import dev.cpor.domain.NewClaim;
import dev.cpor.intake.ClaimTurn;
import dev.cpor.intake.Parsed;
import dev.cpor.store.history.HistoryRow;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.night.Tallies.Topic;
import dev.cpor.store.statement.Bind;
import dev.cpor.store.statement.JsonRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what the rows of some claims came to into the rows that are to be written, without writing any. */
final class TurnRows {
    final List<Object[]> created = new ArrayList<>();
    final JsonRows updated = new JsonRows();
    final List<HistoryRow> history = new ArrayList<>();
    final Map<List<Number>, Object[]> lines = new LinkedHashMap<>();
    final List<Object[]> partners = new ArrayList<>();
    final List<Object[]> removedLines = new ArrayList<>();
    final List<Object[]> documents = new ArrayList<>();
    final List<Object[]> comments = new ArrayList<>();
    final List<Object[]> disputes = new ArrayList<>();
    final List<Object[]> closedDisputes = new ArrayList<>();
    final List<Object[]> notices = new ArrayList<>();
    final Tallies.Page tally = new Tallies.Page();
    private final Night night;

    TurnRows(Night night) {
        this.night = night;
    }

    /** Adds what became of one claim, whose number inside the database is {@code id}. */
    void add(long id, ClaimTurn turn) {
        @Nullable Claim before = turn.before();
        Claim after = Objects.requireNonNull(turn.after());
        if (before == null) {
            created.add(new Object[] {
                id,
                after.claimId(),
                after.claimName(),
                after.mpnId(),
                after.program().name(),
                after.activity().name(),
                after.tenantId(),
                after.customerContact(),
                after.partnerContact(),
                after.status().name(),
                Bind.name(after.rejection()),
                Bind.name(after.withdrawal()),
                after.consent().name(),
                after.incentive().name(),
                after.statusSince(),
                after.firstSubmitted(),
                Bind.names(after.notes()),
                after.version()
            });
        } else if (!after.equals(before)) {
            updated.add(
                    id,
                    before.version(),
                    after.version(),
                    after.claimName(),
                    after.mpnId(),
                    after.customerContact(),
                    after.partnerContact(),
                    after.status().name(),
                    Bind.name(after.rejection()),
                    Bind.name(after.withdrawal()),
                    after.consent().name(),
                    after.statusSince(),
                    after.firstSubmitted(),
                    Bind.names(after.notes()));
        }
        String status = before == null ? "" : before.status().name();
        String mpnId = before == null ? "" : before.mpnId();
        for (ClaimTurn.Applied applied : turn.applied()) {
            add(id, applied);
            String next = applied.claim().mpnId();
            if (!mpnId.isEmpty() && !next.equals(mpnId)) {
                partners.add(new Object[] {id, 1, mpnId});
                partners.add(new Object[] {id, applied.claim().version(), next});
            }
            mpnId = next;
            if (!applied.claim().status().name().equals(status)) {
                tally.count(Topic.STATUS, status, applied.claim().status().name());
                status = applied.claim().status().name();
            }
        }
    }

    private void add(long id, ClaimTurn.Applied applied) {
        Claim claim = applied.claim();
        if (applied.value() instanceof Parsed.ClaimRow row) {
            NewClaim made = row.claim();
            history(
                    id,
                    claim,
                    "CLAIM_CREATED",
                    new HistoryRow.Told(made.createdAt(), "PARTNER", null, null),
                    null,
                    null);
            tally.count(Topic.APPLIED, "CLAIM_CREATED", "");
        } else if (applied.value() instanceof Parsed.LineOfClaim row) {
            lines.put(List.of(id, row.line().lineNo()), line(id, row.line()));
            tally.count(Topic.APPLIED, "CLAIM_LINE", "");
        } else if (applied.value() instanceof Parsed.EventRow row) {
            event(id, claim, row.event());
            tally.count(Topic.APPLIED, row.event().type().name(), "");
        } else if (applied.value() instanceof Parsed.DisputeRow row) {
            Dispute made = row.dispute();
            disputes.add(
                    new Object[] {id, made.disputeId(), Bind.utc(made.openedAt()), made.day(), made.details(), "OPEN"});
            history(
                    id,
                    claim,
                    "DISPUTE_OPENED",
                    new HistoryRow.Told(made.openedAt(), "PARTNER", null, made.details()),
                    null,
                    made.disputeId());
            tally.count(Topic.APPLIED, "DISPUTE_OPENED", "");
        }
    }

    private void event(long id, Claim claim, ClaimEvent event) {
        String reason = event.reasons().isEmpty() ? null : Bind.names(event.reasons());
        history(
                id,
                claim,
                event.type().name(),
                new HistoryRow.Told(event.occurredAt(), event.actorRole().name(), event.actor(), event.comment()),
                event.type() == EventType.CLAIM_WITHDRAWN ? Bind.name(claim.rejection()) : reason,
                detail(event));
        if (event.type() == EventType.POE_UPLOADED) {
            documents.add(new Object[] {
                id, claim.version(), event.documentName(), event.documentSha256(), Bind.utc(event.occurredAt())
            });
        }
        if (event.comment() != null) {
            comments.add(new Object[] {
                id,
                claim.version(),
                event.actorRole().name(),
                event.actor(),
                Bind.utc(event.occurredAt()),
                event.comment()
            });
        }
        if (event.field() == EditedField.REMOVE_LINE) {
            int lineNo = Integer.parseInt(Objects.requireNonNull(event.value()));
            removedLines.add(new Object[] {id, lineNo});
        }
        if (event.type() == EventType.DISPUTE_UPHELD || event.type() == EventType.DISPUTE_DENIED) {
            closedDisputes.add(new Object[] {event.type() == EventType.DISPUTE_UPHELD ? "UPHELD" : "DENIED", id});
        }
        if (event.type() == EventType.CLAIM_APPROVED) {
            notices.add(new Object[] {id, claim.version(), "CONSENT", "CUSTOMER", null, night.businessDate()});
        }
    }

    private static @Nullable String detail(ClaimEvent event) {
        return switch (event.type()) {
            case CLAIM_EDITED ->
                Objects.requireNonNull(event.field()).feedName() + ": " + Objects.requireNonNullElse(event.value(), "");
            case POE_UPLOADED -> event.documentName();
            case CLAIM_WITHDRAWN -> Bind.name(event.detail());
            default -> null;
        };
    }

    private void history(
            long id, Claim claim, String kind, HistoryRow.Told told, @Nullable String reason, @Nullable String detail) {
        history.add(new HistoryRow(
                id,
                claim.version(),
                kind,
                told,
                claim.status(),
                claim.consent(),
                claim.incentive(),
                reason,
                detail,
                null));
    }

    private static Object[] line(long id, ClaimLine line) {
        return new Object[] {
            id,
            line.lineNo(),
            line.solutionArea().name(),
            line.product(),
            line.subscriptionId(),
            line.workload(),
            line.channel().name(),
            Bind.name(line.subscriptionState()),
            line.seats(),
            line.monthlyActiveUsers(),
            line.annualRevenue(),
            line.currency().getCurrencyCode()
        };
    }
}
