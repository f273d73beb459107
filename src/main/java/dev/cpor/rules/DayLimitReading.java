package dev.cpor.rules;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.cpor.decision.DayCount;
import dev.cpor.decision.DayLimits;
import dev.cpor.decision.DayLimits.Limit;
import dev.cpor.domain.Status;
import dev.cpor.rules.drl.Comparison;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Literals;
import dev.cpor.rules.drl.Token;
import dev.cpor.rules.drl.Token.Kind;
import dev.cpor.rules.drl.Tokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConnectiveType;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * Reads off a lifecycle rule that passed the gate when it may say something else about a claim that stays as it is. Between
 * two business dates nothing else changes but counts of days and the business date itself. Whether a number is compared with
 * a constant the one way or the other changes at that constant or right after it, whatever it is combined with.
 */
final class DayLimitReading {
    private static final Map<String, DayCount> COUNTS =
            Stream.of(DayCount.values()).collect(toMap(DayCount::property, Function.identity()));
    private static final String BUSINESS_DATE = "businessDate";
    private static final Set<Status> OPEN = EnumSet.complementOf(EnumSet.of(Status.EDITING, Status.REJECTED));

    /** No calendar has more days. */
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(100_000);

    private final Set<Status> statuses = EnumSet.copyOf(OPEN);
    private final Set<Limit> limits = new HashSet<>();
    private final Set<LocalDate> dates = new HashSet<>();
    private boolean unread;

    private DayLimitReading() {}

    /** @param files those of lifecycle rules */
    static DayLimits of(List<DrlFile> files) {
        Set<Limit> limits = new HashSet<>();
        Set<LocalDate> dates = new HashSet<>();
        List<String> unread = new ArrayList<>();
        for (DrlFile file : files) {
            PackageDescr parsed = file.parse(new ArrayList<>());
            for (RuleDescr rule : Objects.requireNonNull(parsed, "Rules that compiled can be parsed.")
                    .getRules()) {
                DayLimitReading reading = new DayLimitReading();
                rule.getLhs().getDescrs().forEach(reading::readPattern);
                reading.limits.stream()
                        .filter(limit -> reading.statuses.contains(limit.status()))
                        .forEach(limits::add);
                dates.addAll(reading.dates);
                if (reading.unread) {
                    unread.add(rule.getName());
                }
            }
        }
        return new DayLimits(limits, dates, unread);
    }

    private void readPattern(BaseDescr pattern) {
        if (pattern instanceof PatternDescr one) {
            one.getDescrs().forEach(this::readCondition);
        } else {
            unread = true;
        }
    }

    private void readCondition(BaseDescr condition) {
        String text = condition instanceof ExprConstraintDescr expression ? expression.getExpression() : "";
        List<Token> tokens = Tokens.of(text, 0);
        if (Comparison.in(tokens).stream().anyMatch(Comparison::hasNoLeft)) {
            readLoosely(tokens);
            return;
        }
        ConstraintConnectiveDescr tree = ConditionTree.of(text);
        if (tree == null) {
            unread = true;
            return;
        }
        read(tree);
        // The parser spreads a negation over what it stands before, and keeps the && and || there as they are.
        if (tokens.stream().noneMatch(token -> token.is("!") || token.is("not"))) {
            statuses.retainAll(possible(tree));
        }
    }

    /**
     * What a comparison without a left side compares, the engine understands otherwise than its parser: it is read only where
     * there is one count, to which every number may then belong.
     */
    private void readLoosely(List<Token> tokens) {
        Set<DayCount> counts = tokens.stream()
                .map(token -> COUNTS.get(token.text()))
                .filter(Objects::nonNull)
                .collect(toSet());
        unread |= counts.size() > 1
                || tokens.stream().anyMatch(token -> token.is(BUSINESS_DATE) || Comparison.isArithmetic(token));
        List<BigDecimal> numbers = tokens.stream()
                .filter(token -> token.kind() == Kind.NUMBER)
                .map(token -> new BigDecimal(token.text()))
                .toList();
        counts.forEach(count -> numbers.forEach(number -> add(count, "==", number)));
    }

    private void read(BaseDescr part) {
        if (part instanceof ConstraintConnectiveDescr combined) {
            combined.getDescrs().forEach(this::read);
        } else if (!isRead(part)) {
            unread |= depends(part);
        }
    }

    /** Says whether a part compares a count, or the business date, with a constant; if so, its limits are noted. */
    private boolean isRead(BaseDescr part) {
        if (part instanceof RelationalExprDescr comparison
                && comparison.getLeft() instanceof AtomicExprDescr left
                && comparison.getRight() instanceof AtomicExprDescr right) {
            List<Token> one = Tokens.of(left.getExpression(), 0);
            List<Token> other = Tokens.of(right.getExpression(), 0);
            String sign = comparison.getOperator();
            return isRead(one, sign, other) || isRead(other, turned(sign), one);
        }
        return false;
    }

    private boolean isRead(List<Token> property, String sign, List<Token> constant) {
        String name = property.size() == 1 ? property.get(0).text() : "";
        if (name.equals(BUSINESS_DATE)) {
            LocalDate day = constant.size() == 1 ? Literals.day(constant.get(0)) : null;
            if (day != null) {
                dates.add(day);
                dates.add(day.plusDays(1));
            }
            return day != null;
        }
        DayCount count = COUNTS.get(name);
        BigDecimal number = number(constant);
        if (count == null || number == null || !Comparison.isSign(new Token(Kind.SIGN, sign, 0))) {
            return false;
        }
        add(count, sign, number);
        return true;
    }

    private void add(DayCount count, String sign, BigDecimal number) {
        if (number.abs().compareTo(MOST_DAYS) <= 0) {
            days(sign, number).forEach(day -> OPEN.forEach(status -> limits.add(new Limit(count, status, day))));
        }
    }

    /** Returns the counts of days that are not compared like the one before them. */
    private static IntStream days(String sign, BigDecimal number) {
        int below = number.setScale(0, RoundingMode.FLOOR).intValueExact();
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return switch (whole ? sign : "==") {
            case ">=", "<" -> IntStream.of(below);
            case ">", "<=" -> IntStream.of(below + 1);
            default -> IntStream.of(below, below + 1);
        };
    }

    private static @Nullable BigDecimal number(List<Token> tokens) {
        boolean negative = tokens.size() == 2 && tokens.get(0).is("-");
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (last == null || last.kind() != Kind.NUMBER || tokens.size() != (negative ? 2 : 1)) {
            return null;
        }
        BigDecimal number = new BigDecimal(last.text());
        return negative ? number.negate() : number;
    }

    private static String turned(String sign) {
        return switch (sign) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> sign;
        };
    }

    /** Says whether something may change from one business date to the next. */
    private static boolean depends(BaseDescr part) {
        return ConditionTree.words(part).anyMatch(word -> word.equals(BUSINESS_DATE) || COUNTS.containsKey(word));
    }

    /** Returns the statuses in which a condition without a negation may be met. */
    private static Set<Status> possible(BaseDescr part) {
        if (part instanceof ConstraintConnectiveDescr combined) {
            List<Set<Status>> parts =
                    combined.getDescrs().stream().map(DayLimitReading::possible).toList();
            Set<Status> all = EnumSet.noneOf(Status.class);
            if (combined.getConnective() == ConnectiveType.AND) {
                all.addAll(OPEN);
                parts.forEach(all::retainAll);
            } else {
                parts.forEach(all::addAll);
            }
            return all;
        }
        return part instanceof RelationalExprDescr comparison
                        && comparison.getOperator().equals("==")
                        && comparison.getLeft() instanceof AtomicExprDescr left
                        && comparison.getRight() instanceof AtomicExprDescr right
                        && texts(left).equals(List.of("status"))
                ? named(texts(right))
                : OPEN;
    }

    private static Set<Status> named(List<String> constant) {
        return Stream.of(Status.values())
                .filter(status -> constant.equals(List.of("Status", ".", status.name())))
                .findFirst()
                .map(status -> OPEN.contains(status) ? Set.of(status) : Set.<Status>of())
                .orElse(OPEN);
    }

    /** White space and comments may stand anywhere. */
    private static List<String> texts(AtomicExprDescr side) {
        return Tokens.of(side.getExpression(), 0).stream().map(Token::text).toList();
    }
}
