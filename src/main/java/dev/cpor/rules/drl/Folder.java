package dev.cpor.rules.drl;

import static dev.cpor.domain.ReasonCode.Use.CLAIM_INELIGIBLE;
import static dev.cpor.domain.ReasonCode.Use.ESCALATION;
import static dev.cpor.domain.ReasonCode.Use.HOLD;
import static dev.cpor.domain.ReasonCode.Use.LINE_INELIGIBLE;
import static dev.cpor.domain.ReasonCode.Use.REJECTION;
import static dev.cpor.domain.ReasonCode.Use.REMINDER;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.rules.vocabulary.incentive.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two folders of rules, each with the words that its rules may use. */
public enum Folder {
    LIFECYCLE(
            dev.cpor.rules.vocabulary.lifecycle.Decide.class,
            List.of(new Fact("Claim", dev.cpor.rules.vocabulary.lifecycle.Claim.class)),
            List.of(
                    new Verb("escalate", "Claim", ESCALATION),
                    new Verb("remind", "Claim", REMINDER),
                    new Verb("reject", "Claim", REJECTION),
                    new Verb("handOff", "Claim", null))),
    INCENTIVE(
            dev.cpor.rules.vocabulary.incentive.Decide.class,
            List.of(new Fact("Claim", dev.cpor.rules.vocabulary.incentive.Claim.class), new Fact("Line", Line.class)),
            List.of(
                    new Verb("hold", "Claim", HOLD),
                    new Verb("ineligible", "Claim", CLAIM_INELIGIBLE),
                    new Verb("ineligible", "Line", LINE_INELIGIBLE),
                    new Verb("earn", "Line", null)));

    /** The enums whose constants conditions may name. */
    public static final List<Class<? extends Enum<?>>> ENUMS = List.of(
            Status.class,
            Consent.class,
            Incentive.class,
            Program.class,
            Activity.class,
            SolutionArea.class,
            Channel.class,
            SubscriptionState.class);

    private final Class<?> decide;
    private final List<Fact> facts;
    private final List<Verb> verbs;

    Folder(Class<?> decide, List<Fact> facts, List<Verb> verbs) {
        this.decide = decide;
        this.facts = facts;
        this.verbs = verbs;
    }

    /** A sentence that a rule can say with {@code decide}; the reason is null where it takes none. */
    public record Verb(String name, String fact, ReasonCode.@Nullable Use reason) {
        /** Returns the sentence as a rule writes it about a variable, such as {@code decide.handOff($claim);}. */
        public String example(String variable) {
            return "decide.%s(%s%s);".formatted(name, variable, reason == null ? "" : ", " + firstReason(reason));
        }

        private static ReasonCode firstReason(ReasonCode.Use use) {
            return Stream.of(ReasonCode.values())
                    .filter(code -> code.isFor(use))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Returns the folder of a path relative to the rules folder, null for a path outside both. */
    public static @Nullable Folder of(String path) {
        for (Folder folder : values()) {
            if (path.startsWith(folder.path())) {
                return folder;
            }
        }
        return null;
    }

    /** Returns the folder's name with a slash. */
    public String path() {
        return switch (this) {
            case LIFECYCLE -> "lifecycle/";
            case INCENTIVE -> "incentive/";
        };
    }

    /** Returns the type of what rules call {@code decide}. */
    public Class<?> decide() {
        return decide;
    }

    /** Returns the facts that rules may ask about. */
    public List<Fact> facts() {
        return facts;
    }

    /** Returns the type of a property of any of the folder's facts, null where none has it. */
    public @Nullable Class<?> typeOf(String property) {
        return facts.stream()
                .map(fact -> fact.typeOf(property))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the names of the enums whose constants conditions may name. */
    public static List<String> enumNames() {
        return ENUMS.stream().<String>map(Class::getSimpleName).toList();
    }

    /** Returns what rules may say of a fact, by the fact's name. */
    public List<Verb> verbsFor(String fact) {
        return verbs.stream().filter(verb -> verb.fact().equals(fact)).toList();
    }

    /** Returns the package that the rules are compiled into. */
    public String rulePackage() {
        return switch (this) {
            case LIFECYCLE -> "cpor.lifecycle";
            case INCENTIVE -> "cpor.incentive";
        };
    }

    /** Returns what stands before each file when it is compiled, without a line break, so that line numbers stay right. */
    public String header() {
        String imports = Stream.concat(
                        facts.stream().map(Fact::type),
                        Stream.concat(ENUMS.stream(), Stream.of(LocalDate.class, decide)))
                .map(type -> "import " + type.getName() + "; ")
                .collect(Collectors.joining());
        return "package " + rulePackage() + "; " + imports + "import static " + ReasonCode.class.getName()
                + ".*; global " + decide.getName() + " decide; ";
    }
}
