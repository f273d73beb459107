package dev.cpor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.FolderTexts;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final Set<RejectCode> ONLY_LATER = EnumSet.of(RejectCode.LINE_REMOVED, RejectCode.ALREADY_ASSESSED);

    @TempDir
    Path temp;

    @Test
    void isWhatItsProgramMakes() throws IOException {
        SampleData.writeTo(temp);
        Map<String, String> committed = FolderTexts.below(SAMPLE);
        Map<String, String> made = FolderTexts.below(temp);

        assertThat(committed.keySet()).isEqualTo(made.keySet());
        made.forEach((name, text) -> assertThat(committed).containsEntry(name, text));
    }

    @Test
    void staysSmall() throws IOException {
        long size = FolderTexts.below(SAMPLE).values().stream()
                .mapToLong(String::length)
                .sum();
        assertThat(size).isLessThan(3_000_000);
    }

    @Test
    void hasEveryStatusAndEveryRuleWhenEachDayIsClosed() {
        check(daily());
    }

    @Test
    void hasEveryStatusAndEveryRuleInASingleNight() {
        check(once());
    }

    private static void check(Replay nights) {
        Set<ReasonCode> ofRules = Arrays.stream(ReasonCode.values())
                .filter(reason -> reason.ordinal() >= ReasonCode.REVIEW_START_OVERDUE.ordinal())
                .collect(Collectors.toSet());
        assertThat(nights.fired.keySet()).containsAll(ofRules);
        assertThat(nights.fired.keySet()).contains(ReasonCode.NO_PARTNER_RESPONSE, ReasonCode.CUSTOMER_DECLINED);
        assertThat(nights.shares())
                .containsKeys(
                        "EDITING NONE NOT_ASSESSED",
                        "SUBMITTED NONE NOT_ASSESSED",
                        "UNDER_REVIEW NONE NOT_ASSESSED",
                        "PARTNER_ACTION_REQUIRED NONE NOT_ASSESSED",
                        "APPROVED PENDING NOT_ASSESSED",
                        "APPROVED ELAPSED NOT_ASSESSED",
                        "APPROVED ELAPSED ELIGIBLE",
                        "APPROVED ELAPSED INELIGIBLE",
                        "REJECTED DECLINED NOT_ASSESSED");
        assertThat(nights.claims).hasSizeBetween(1_950, 2_050);
        assertThat(nights.duplicates).isEqualTo(1);
    }

    @Test
    void isRefusedExactlyWhereItsPageSaysSo() {
        List<List<String>> expected =
                expected().stream().map(SampleDataTest::columns).toList();
        for (Replay nights : List.of(daily(), once())) {
            Set<String> dependsOnNights = claimsThatDependOnNights();
            List<List<String>> refused = nights.refused.stream()
                    .filter(no -> !dependsOnNights.contains(no.row().get("claim_id")))
                    .map(SampleDataTest::columns)
                    .toList();
            assertThat(refused).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(nights.refused).hasSizeBetween(35, 45);
        }
    }

    @Test
    void hasEveryRejectCode() {
        // Finance answers after a night, so no answer is among the samples.
        Set<RejectCode> all = EnumSet.complementOf(EnumSet.of(RejectCode.UNKNOWN_EARNING));
        Set<RejectCode> inASingleNight = codes(once());
        assertThat(inASingleNight)
                .containsAll(
                        all.stream().filter(code -> !ONLY_LATER.contains(code)).toList());
        assertThat(codes(daily())).contains(RejectCode.ALREADY_ASSESSED);
        Replay nextNight = once().read(SAMPLE.resolve("late")).night(Story.TO.plusDays(3));
        assertThat(codes(nextNight)).isEqualTo(all);
    }

    @Test
    void endsOtherwiseOnlyWhereItsPageSaysSo() {
        Map<String, String> once = ends(once());
        Set<String> differ = ends(daily()).entrySet().stream()
                .filter(end -> !end.getValue().equals(once.get(end.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(claimsThatDependOnNights()).containsAll(differ);
        assertThat(differ).hasSize(5);
    }

    private static Map<String, String> ends(Replay nights) {
        return nights.claims.values().stream()
                .collect(Collectors.toMap(
                        claim -> claim.claimId(),
                        claim -> claim.status() + " " + claim.consent() + " " + claim.incentive()));
    }

    private static Replay daily() {
        return new Replay().read(SAMPLE.resolve("inbox")).nights(Story.FROM, Story.TO);
    }

    private static Replay once() {
        return new Replay().read(SAMPLE.resolve("inbox")).night(Story.TO);
    }

    private static Set<RejectCode> codes(Replay nights) {
        return nights.refused.stream().map(Replay.Refused::code).collect(Collectors.toSet());
    }

    private static List<SampleRejects.Expected> expected() {
        SampleRejects rejects =
                new SampleRejects((feed, period, values) -> {}, SampleData.PERIOD, SampleData.FIRST_REJECT);
        rejects.write();
        return rejects.expected();
    }

    private static Set<String> claimsThatDependOnNights() {
        SampleStories stories = new SampleStories((feed, period, values) -> {}, SampleData.FIRST_STORY);
        stories.tell();
        return stories.shown.stream()
                .filter(claim -> claim.section().equals(SampleStories.NIGHTS))
                .map(SampleStories.Shown::claimId)
                .collect(Collectors.toSet());
    }

    private static List<String> columns(SampleRejects.Expected reject) {
        return Stream.concat(Stream.of(reject.code().name()), reject.values().stream())
                .toList();
    }

    private static List<String> columns(Replay.Refused no) {
        return Stream.concat(Stream.of(no.code().name()), no.row().values().stream())
                .toList();
    }
}
