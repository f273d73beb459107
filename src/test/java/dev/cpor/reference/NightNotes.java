package dev.cpor.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a night reports beside its changes. */
final class NightNotes {

    final List<ReferenceReject> rejects = new ArrayList<>();
    final SortedMap<String, Integer> duplicates = new TreeMap<>();
    final List<String> quarantined = new ArrayList<>();
    final SortedMap<String, String> refusedFiles = new TreeMap<>();

    void reject(FeedRow row, String why) {
        rejects.add(new ReferenceReject(row.file(), row.line(), row.id(), why));
    }
}
