package dev.cpor.payout.verify;

import dev.cpor.domain.ReasonCode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every handed-off claim is accounted for: each of its lines has the earning that the claim's history tells of, or the reason
 * why it has none.
 */
final class HandOffCheck {
    private static final Pattern LINE = Pattern.compile("line ([0-9]+): ([^;]+)");
    private static final Set<String> OF_WHOLE_CLAIM = Arrays.stream(ReasonCode.values())
            .filter(reason -> reason.isFor(ReasonCode.Use.CLAIM_INELIGIBLE))
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Discrepancies found;
    private long claims;
    private @Nullable HandedOffLine last;
    private boolean earns;

    HandOffCheck(Discrepancies found) {
        this.found = found;
    }

    /**
     * @param lines claim by claim
     * @return how many claims there are
     */
    long check(Stream<HandedOffLine> lines) {
        for (Iterator<HandedOffLine> each = lines.iterator(); each.hasNext(); ) {
            HandedOffLine line = each.next();
            if (last == null || !last.claimId().equals(line.claimId())) {
                endClaim();
                beginClaim(line);
            }
            checkLine(line);
            earns |= line.earned() != null;
            last = line;
        }
        endClaim();
        return claims;
    }

    private void beginClaim(HandedOffLine line) {
        claims++;
        earns = false;
        if (line.handOff() == null) {
            report(line, "was assessed, but its history tells of no hand-off");
        }
    }

    private void endClaim() {
        if (last != null && last.eligible() != earns) {
            report(
                    last,
                    last.eligible()
                            ? "is ELIGIBLE, but none of its lines has an earning"
                            : "is INELIGIBLE, but one of its lines has an earning");
        }
    }

    private void checkLine(HandedOffLine line) {
        HandedOffLine.HandOff handOff = line.handOff();
        Integer lineNo = line.lineNo();
        if (handOff == null || lineNo == null) {
            return;
        }
        String became = became(handOff, lineNo).orElse("");
        String earned = line.earned();
        if (earned != null && !became.equals("earns " + earned)) {
            report(
                    line,
                    "has for line %d an earning of %s, expected was what its history says: %s"
                            .formatted(lineNo, earned, became.isEmpty() ? "nothing" : became));
        } else if (earned == null && became.startsWith("earns ")) {
            report(
                    line,
                    "has for line %d no earning, expected was what its history says: %s".formatted(lineNo, became));
        } else if (earned == null && became.isEmpty() && !isRuledOut(handOff)) {
            report(line, "has for line %d neither an earning nor a reason why it earns nothing".formatted(lineNo));
        }
    }

    private static Optional<String> became(HandedOffLine.HandOff handOff, int lineNo) {
        Matcher each = LINE.matcher(handOff.detail());
        while (each.find()) {
            if (each.group(1).equals(String.valueOf(lineNo))) {
                return Optional.of(each.group(2));
            }
        }
        return Optional.empty();
    }

    private static boolean isRuledOut(HandedOffLine.HandOff handOff) {
        return Arrays.stream(handOff.reasons().split(";")).anyMatch(OF_WHOLE_CLAIM::contains);
    }

    private void report(HandedOffLine line, String what) {
        found.addOneOfMany(AgainstCheck.DATABASE, "the claim " + line.claimId() + " " + what);
    }
}
