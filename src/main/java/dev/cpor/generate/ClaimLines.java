package dev.cpor.generate;

import dev.cpor.domain.Channel;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the lines of a claim: products with their subscriptions, and workloads. */
final class ClaimLines {
    static final List<String> PRODUCTS = List.of(
            "Dynamics 365 Sales", "Dynamics 365 Finance", "Dynamics 365 Customer Service", "Power Apps", "Power BI");
    static final List<String> WORKLOADS = List.of("Exchange Online", "Teams", "SharePoint", "Intune", "Defender");

    private static final HexFormat HEX = HexFormat.of();
    private static final int YEARLY_PRICE_FROM = 36;
    private static final int YEARLY_PRICE_TO = 420;
    private static final long MILLION = 1_000_000;

    private final Feeds feeds;

    ClaimLines(Feeds feeds) {
        this.feeds = feeds;
    }

    /** Writes one to three lines, each with another product or workload. */
    void write(ClaimSheet claim, String period, Country country, Dice dice) {
        int lines = dice.happens(550) ? 1 : dice.between(2, 3);
        int product = dice.between(0, PRODUCTS.size() - 1);
        int workload = dice.between(0, WORKLOADS.size() - 1);
        for (int lineNo = 1; lineNo <= lines; lineNo++) {
            Country pays = dice.happens(900) ? country : Country.US;
            if (dice.happens(500)) {
                business(claim, period, lineNo, PRODUCTS.get((product + lineNo) % PRODUCTS.size()), pays, dice);
            } else {
                workload(claim, period, lineNo, WORKLOADS.get((workload + lineNo) % WORKLOADS.size()), pays, dice);
            }
        }
    }

    private void business(ClaimSheet claim, String period, int lineNo, String product, Country pays, Dice dice) {
        String subscription = "sub-" + HEX.toHexDigits(dice.next(), 12) + "-" + claim.number;
        write(claim, period, lineNo, SolutionArea.BUSINESS_APPLICATIONS, product, subscription, null, pays, dice);
    }

    private void workload(ClaimSheet claim, String period, int lineNo, String workload, Country pays, Dice dice) {
        write(claim, period, lineNo, SolutionArea.MODERN_WORK, null, null, workload, pays, dice);
    }

    private void write(
            ClaimSheet claim,
            String period,
            int lineNo,
            SolutionArea area,
            @Nullable String product,
            @Nullable String subscription,
            @Nullable String workload,
            Country pays,
            Dice dice) {
        int seats = dice.happens(800) ? dice.between(150, 2_500) : dice.between(5, 149);
        int users = dice.happens(20) ? 0 : seats * dice.between(20, 100) / 100;
        feeds.row(
                Feed.CLAIM_LINES,
                period,
                claim.claimId(),
                Integer.toString(lineNo),
                area.name(),
                product,
                subscription,
                workload,
                channel(dice).name(),
                subscription == null ? null : state(dice).name(),
                Integer.toString(seats),
                Integer.toString(users),
                dice.happens(10) ? "0" : revenue(seats, pays, dice),
                pays.currency());
        claim.lines.put(lineNo, subscription != null ? subscription : String.valueOf(workload));
    }

    private static Channel channel(Dice dice) {
        int share = dice.between(0, 99);
        return share < 58 ? Channel.DIRECT : share < 88 ? Channel.VOLUME_LICENSING : Channel.CSP;
    }

    private static SubscriptionState state(Dice dice) {
        int share = dice.between(0, 99);
        return share < 88
                ? SubscriptionState.ACTIVE
                : share < 94
                        ? SubscriptionState.GRACE
                        : share < 97 ? SubscriptionState.SUSPENDED : SubscriptionState.EXPIRED;
    }

    private static String revenue(int seats, Country pays, Dice dice) {
        long whole = (long) seats * dice.between(YEARLY_PRICE_FROM, YEARLY_PRICE_TO) * MILLION / pays.usdMicros();
        long minor = whole;
        for (int digit = 0; digit < pays.minorUnits(); digit++) {
            minor = minor * 10 + dice.between(0, 9);
        }
        return BigDecimal.valueOf(minor, pays.minorUnits()).toPlainString();
    }
}
