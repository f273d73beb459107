package dev.cpor.job;

import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.Refusal;
import dev.cpor.domain.RejectCode;
import dev.cpor.intake.Parsed;
import dev.cpor.store.night.Night;
import dev.cpor.store.payout.PaymentResults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes one page of finance's answers: about earnings that are known, and each that says something new. */
final class PaymentKeeping {
    private final PaymentResults results;
    private final Map<String, Long> earnings;
    private final Map<Long, PaymentResult> newest;
    private final List<PaymentResults.Answer> answers = new ArrayList<>();

    /** What becomes of a row. */
    sealed interface Taken {}

    record Kept() implements Taken {}

    record Duplicate() implements Taken {}

    record Refused(Refusal refusal) implements Taken {}

    /** @param page the rows of a page, of whatever feed */
    PaymentKeeping(PaymentResults results, List<Parsed> page) {
        this.results = results;
        this.earnings = results.earnings(page.stream()
                .filter(Parsed.PaymentResultRow.class::isInstance)
                .map(row -> ((Parsed.PaymentResultRow) row).result().earningId())
                .toList());
        this.newest = new HashMap<>(results.newest(earnings.values()));
    }

    Taken take(PaymentResult result) {
        Long earning = earnings.get(result.earningId());
        if (earning == null) {
            return new Refused(new Refusal(
                    RejectCode.UNKNOWN_EARNING,
                    "There is no earning %s; send the earningId of a row of an extract."
                            .formatted(result.earningId())));
        }
        PaymentResult before = newest.put(earning, result);
        if (before != null && before.tellsTheSameAs(result)) {
            return new Duplicate();
        }
        answers.add(new PaymentResults.Answer(earning, result));
        return new Kept();
    }

    void write(Night night) {
        results.add(night, answers);
    }
}
