package dev.cpor.generate;

import dev.cpor.domain.Program;
import java.util.SortedMap;
import java.util.TreeMap;

/** What later rows of a claim have to agree with: a dispute names all of it. */
final class ClaimSheet {
    private static final int DIGITS = 6;

    final String number;
    final Program program;
    final String tenantId;
    /** By line number, the subscription of a business application, the workload otherwise. */
    final SortedMap<Integer, String> lines = new TreeMap<>();

    String mpnId;

    ClaimSheet(long number, Program program, String mpnId, String tenantId) {
        String digits = Long.toString(number);
        this.number = "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
        this.program = program;
        this.mpnId = mpnId;
        this.tenantId = tenantId;
    }

    String claimId() {
        return "CPOR-" + number;
    }

    String partnerActor() {
        return "claims@p" + mpnId + ".example";
    }

    String customerActor() {
        return "it@c" + tenantId.substring(0, 8) + ".example";
    }
}
