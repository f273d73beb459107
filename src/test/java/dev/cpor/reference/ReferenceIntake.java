package dev.cpor.reference;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files of an inbox: what applies at once is applied, what has a turn is staged. */
final class ReferenceIntake {

    private final ReferenceState state;
    private final Set<String> filesRead = new HashSet<>();
    private final Map<String, FeedRow> taken = new HashMap<>();
    private final Map<String, List<FeedRow>> waitingLines = new HashMap<>();
    private final List<FeedRow> staged = new ArrayList<>();

    ReferenceIntake(ReferenceState state) {
        this.state = state;
    }

    void read(LocalDate night, Path inbox) {
        try (Stream<Path> entries = Files.list(inbox)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> FeedKind.of(name(file)) != null)
                    .sorted(Comparator.comparing((Path file) -> kind(file)).thenComparing(ReferenceIntake::name))
                    .toList();
            for (Path file : files) {
                readFile(night, name(file), kind(file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The inbox " + inbox + " cannot be read.", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static FeedKind kind(Path file) {
        FeedKind kind = FeedKind.of(name(file));
        if (kind == null) {
            throw new IllegalArgumentException(file + " is no feed.");
        }
        return kind;
    }

    private void readFile(LocalDate night, String name, FeedKind kind, byte[] bytes) {
        String sha256 = sha256(bytes);
        if (filesRead.contains(sha256)) {
            return;
        }
        try {
            FeedFile.read(kind, name, bytes).forEach(row -> take(night, row));
            filesRead.add(sha256);
        } catch (CsvText.Unreadable e) {
            // A refused file was not read: the same bytes are refused again when they are found again.
            state.notes(night).refusedFiles.put(name, String.valueOf(e.getMessage()));
        }
    }

    private void take(LocalDate night, FeedRow row) {
        if (!RowShape.isSound(row)) {
            refuse(night, row, "MALFORMED");
            return;
        }
        switch (row.kind()) {
            case PARTNERS -> state.partners.put(row.get("mpn_id"), row);
            case CUSTOMERS -> state.customers.put(row.get("tenant_id"), row);
            case EXCHANGE_RATES ->
                state.exchangeRates
                        .computeIfAbsent(row.get("currency"), currency -> new TreeMap<>())
                        .put(LocalDate.parse(row.get("rate_date")), new BigDecimal(row.get("usd_rate")));
            case CLAIM_LINES -> takeLine(night, row);
            case CLAIMS, EVENTS, DISPUTES -> stage(night, row);
        }
    }

    /** Claims, events and disputes each have ids of their own; a duplicate in any of them is counted. */
    private void stage(LocalDate night, FeedRow row) {
        FeedRow before = taken.get(takenKey(row));
        if (before == null) {
            taken.put(takenKey(row), row);
            staged.add(row);
            state.log(night, row, "staged");
        } else if (before.sameContent(row)) {
            state.notes(night).duplicates.merge(row.file(), 1, Integer::sum);
            state.log(night, row, "duplicate");
        } else {
            refuse(night, row, "ID_TAKEN");
        }
    }

    /** Gives the staged rows that are due, in the order in which they were read; the others wait on. */
    List<FeedRow> unstage(Predicate<FeedRow> due) {
        Map<Boolean, List<FeedRow>> parts = staged.stream().collect(Collectors.partitioningBy(due));
        staged.clear();
        staged.addAll(parts.getOrDefault(false, List.of()));
        return new ArrayList<>(parts.getOrDefault(true, List.of()));
    }

    private void takeLine(LocalDate night, FeedRow row) {
        ReferenceClaim claim = state.claims.get(row.get("claim_id"));
        if (claim == null) {
            waitingLines
                    .computeIfAbsent(row.get("claim_id"), id -> new ArrayList<>())
                    .add(row);
            state.log(night, row, "waits");
        } else {
            applyLine(night, claim, row);
        }
    }

    /** A row of a line that was removed is refused: it neither comes back nor is there to be updated. */
    private void applyLine(LocalDate night, ReferenceClaim claim, FeedRow row) {
        int number = Integer.parseInt(row.get("line_no"));
        boolean mayGrow =
                Set.of("EDITING", "SUBMITTED", "PARTNER_ACTION_REQUIRED").contains(claim.status);
        if (claim.removedLines.contains(number)) {
            refuse(night, row, "LINE_REMOVED");
        } else if (claim.lines.containsKey(number) || mayGrow) {
            claim.lines.put(number, row);
            state.log(night, row, "applied");
        } else {
            refuse(night, row, "LINE_TOO_LATE");
        }
    }

    /** A claim was created: the lines that waited for it are taken, in the order in which they were read. */
    void created(LocalDate night, ReferenceClaim claim) {
        List<FeedRow> waiting = waitingLines.remove(claim.id);
        if (waiting != null) {
            waiting.forEach(row -> applyLine(night, claim, row));
        }
    }

    /** A row that is refused at its turn gives its id back. */
    void refuseAtTurn(LocalDate night, FeedRow row, String why) {
        taken.remove(takenKey(row));
        refuse(night, row, why);
    }

    private void refuse(LocalDate night, FeedRow row, String why) {
        state.notes(night).reject(row, why);
        state.log(night, row, "REJECT " + why);
    }

    private static String takenKey(FeedRow row) {
        return row.kind() + " " + row.id();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
