package dev.cpor.cli.claims;

import dev.cpor.cli.session.Console;
import dev.cpor.domain.Status;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.past.RuleDecision;
import dev.cpor.store.past.RuleDecision.Fate;
import dev.cpor.store.past.Stay;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which claims are put back and which are not.
 *
 * @param run the run that decided
 * @param done whether those that stood are put back by now
 */
record Reinstated(long run, boolean done, List<RuleDecision> decisions) {
    private static final Column CLAIM = Column.text("claim_id");
    private static final Column DECIDED = Column.text("decided");
    private static final Column REASON = Column.text("reason");
    private static final Column RULES = Column.text("rules");
    private static final Column BACK_TO = Column.text("back_to");
    private static final Column SINCE = Column.text("since");
    private static final Column REVERSALS = Column.number("reversals");
    private static final Column HAPPENED = Column.text("happened_since");

    void print(OutputFormat format, Console console) {
        if (format == OutputFormat.TABLE) {
            table(console.out(), done ? "Put back" : "To be put back", Fate.STANDS);
            table(console.out(), "Left for a person: something has happened since", Fate.MOVED_ON);
            sentences(console.out());
        } else {
            Tables.write(
                    format,
                    List.of(CLAIM, Column.text("state"), DECIDED, REASON, RULES, BACK_TO, SINCE, REVERSALS, HAPPENED),
                    decisions.stream().map(this::row),
                    console.out());
            sentences(console.err());
        }
    }

    private List<@Nullable Object> row(RuleDecision decision) {
        return Arrays.asList(
                decision.claimId(),
                state(decision.fate()),
                decision.kind(),
                decision.reason(),
                decision.rules(),
                place(decision.before()),
                decision.before().since(),
                decision.earnings(),
                String.join(", ", decision.happened()));
    }

    private Fate state(Fate fate) {
        return done && fate == Fate.STANDS ? Fate.REINSTATED : fate;
    }

    private static String place(Stay stay) {
        return stay.status() == Status.APPROVED
                ? stay.status() + ", consent " + stay.consent()
                : stay.status().name();
    }

    private void table(PrintWriter out, String heading, Fate fate) {
        if (count(fate) == 0) {
            return;
        }
        out.println(heading);
        boolean stands = fate == Fate.STANDS;
        Tables.write(
                OutputFormat.TABLE,
                stands
                        ? List.of(CLAIM, DECIDED, REASON, RULES, BACK_TO, SINCE, REVERSALS)
                        : List.of(CLAIM, DECIDED, REASON, RULES, HAPPENED),
                of(fate).map(decision -> stands
                        ? Arrays.<@Nullable Object>asList(
                                decision.claimId(),
                                decision.kind(),
                                decision.reason(),
                                decision.rules(),
                                place(decision.before()),
                                decision.before().since(),
                                decision.earnings())
                        : Arrays.<@Nullable Object>asList(
                                decision.claimId(),
                                decision.kind(),
                                decision.reason(),
                                decision.rules(),
                                String.join(", ", decision.happened()))),
                out);
        out.println();
    }

    private Stream<RuleDecision> of(Fate fate) {
        return decisions.stream().filter(decision -> decision.fate() == fate);
    }

    private long count(Fate fate) {
        return of(fate).count();
    }

    private void sentences(PrintWriter out) {
        long stand = count(Fate.STANDS);
        long earnings = of(Fate.STANDS).mapToLong(RuleDecision::earnings).sum();
        if (stand == 0) {
            out.printf(
                    decisions.isEmpty()
                            ? "Rules rejected and handed off nothing in run %d; there is nothing to put back.%n"
                            : "Nothing of run %d is left to put back.%n",
                    run);
        } else if (done) {
            out.printf(
                    "%s put back to where %s stood before run %d; the next night decides %s anew%s.%n",
                    claims(stand),
                    stand == 1 ? "it" : "they",
                    run,
                    stand == 1 ? "it" : "them",
                    earnings == 0 ? "" : " and makes " + reversals(earnings));
        } else {
            out.printf(
                    "%s would be put back to where %s stood before run %d, with %s; add --yes to do it.%n",
                    stand == 1 ? "1 claim" : "%,d claims".formatted(stand),
                    stand == 1 ? "it" : "they",
                    run,
                    reversals(earnings));
        }
        if (count(Fate.REINSTATED) > 0) {
            out.printf("%s put back before.%n", claims(count(Fate.REINSTATED)));
        }
        if (count(Fate.MOVED_ON) > 0) {
            out.printf(
                    "%s left as %s, because something has happened since; see what with: cpor claims history ID%n",
                    claims(count(Fate.MOVED_ON)), count(Fate.MOVED_ON) == 1 ? "it is" : "they are");
        }
    }

    private static String claims(long count) {
        return count == 1 ? "1 claim is" : "%,d claims are".formatted(count);
    }

    private static String reversals(long count) {
        return count == 0 ? "no reversal" : count == 1 ? "1 reversal" : "%,d reversals".formatted(count);
    }
}
