package dev.cpor.payout.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The control files are one chain in the order in which the nights were completed, which need not be that of their dates:
 * one has nothing before it, each other names one that is here, and no two name the same. Hashes allow no circle, so that
 * makes them connected.
 */
final class ControlChainCheck {
    private ControlChainCheck() {}

    static void check(Collection<ReadControl> controls, Discrepancies found) {
        Map<String, ReadControl> bySha256 = new HashMap<>();
        controls.forEach(control -> bySha256.put(control.sha256(), control));
        Map<String, ReadControl> followers = new HashMap<>();
        ReadControl first = null;
        for (ReadControl control : controls) {
            String previous = control.control().previousControlSha256();
            if (previous == null) {
                reportTwo(first, control, "there is nothing before it, as there is nothing before ", found);
                first = first == null ? control : first;
            } else if (!bySha256.containsKey(previous)) {
                found.add(
                        control.name(),
                        "its previousControlSha256 is " + previous
                                + ", which no control file here has, so a night was taken away or its control file changed");
            } else {
                reportTwo(followers.putIfAbsent(previous, control), control, "it follows the same night as ", found);
            }
        }
    }

    private static void reportTwo(@Nullable ReadControl other, ReadControl control, String what, Discrepancies found) {
        if (other != null) {
            found.add(control.name(), what + other.name() + ", but the nights must be one chain");
        }
    }
}
