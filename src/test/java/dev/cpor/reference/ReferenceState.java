package dev.cpor.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one database would hold. */
final class ReferenceState {

    final Map<String, FeedRow> partners = new HashMap<>();
    final Map<String, FeedRow> customers = new HashMap<>();
    final SortedMap<String, ReferenceClaim> claims = new TreeMap<>();
    final Map<String, NavigableMap<LocalDate, BigDecimal>> exchangeRates = new HashMap<>();
    final List<ReferenceEarning> earnings = new ArrayList<>();
    private final Map<LocalDate, NightNotes> notes = new TreeMap<>();
    private final Map<String, List<String>> feedLog = new HashMap<>();

    NightNotes notes(LocalDate night) {
        return notes.computeIfAbsent(night, date -> new NightNotes());
    }

    /** Notes what became of a feed row, for whoever has to find out why a claim is as it is. */
    void log(LocalDate night, FeedRow row, String what) {
        feedLog.computeIfAbsent(row.get("claim_id"), id -> new ArrayList<>())
                .add("night " + night + ": " + what + ": " + row.file() + ":" + row.line() + " " + row.values());
    }

    List<String> logOf(String claimId) {
        return feedLog.getOrDefault(claimId, List.of());
    }
}
