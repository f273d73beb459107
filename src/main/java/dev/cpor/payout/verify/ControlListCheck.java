package dev.cpor.payout.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Each control file lists exactly the manifests of its business date, with their SHA-256. */
final class ControlListCheck {
    private ControlListCheck() {}

    static void check(Collection<ReadControl> controls, Collection<ReadManifest> manifests, Discrepancies found) {
        Map<String, Map<String, String>> there = new HashMap<>();
        for (ReadManifest manifest : manifests) {
            there.computeIfAbsent(manifest.extract().businessDate().toString(), date -> new TreeMap<>())
                    .put(manifest.extract().manifestName(), manifest.sha256());
        }
        for (ReadControl control : controls) {
            compare(control, there.getOrDefault(control.businessDate().toString(), Map.of()), found);
        }
    }

    private static void compare(ReadControl control, Map<String, String> there, Discrepancies found) {
        control.control().manifests().forEach((name, sha256) -> {
            String actual = there.get(name);
            if (actual == null) {
                found.add(control.name(), "it lists " + name + ", which is not there");
            } else if (!actual.equals(sha256)) {
                found.add(
                        control.businessDate() + "/" + name,
                        "its SHA-256 is " + actual + ", but " + control.name() + " says " + sha256);
            }
        });
        there.keySet().stream()
                .filter(name -> !control.control().manifests().containsKey(name))
                .forEach(name -> found.add(control.name(), "it does not list " + name + ", which is there"));
    }
}
