package dev.cpor.rules.drl;

import static dev.cpor.rules.RuleFixture.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.domain.ClearFailure;
import dev.cpor.rules.RuleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTextTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void holdsTheFilesThatDecideAndNoOthers() throws IOException {
        for (String path : new String[] {
            "lifecycle/b.drl",
            "lifecycle/deep/a.drl",
            "incentive/c.drl",
            "incentive/rate-card.csv",
            "lifecycle/b.drl~",
            "lifecycle/#b.drl#",
            "lifecycle/.#b.drl",
            "lifecycle/.git/x.drl",
            "lifecycle/b.drl.bak",
            "lifecycle/README.md",
            "incentive/other.csv",
            "tests/a.csv",
            "tests/a.drl",
            "README.md",
            "a.drl",
        }) {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), path);
        }

        assertThat(RuleFolder.read(folder).paths())
                .containsExactly(
                        "incentive/c.drl", "incentive/rate-card.csv", "lifecycle/b.drl", "lifecycle/deep/a.drl");
    }

    @Test
    void warnsOfFilesThatLookAsIfTheyDecided() throws IOException {
        for (String path : new String[] {
            "lifecycle/a.drl",
            "lifecycle/b.DRL",
            "c.drl",
            "lifecycles/d.drl",
            "rate-card.csv",
            "tests/e.drl",
            "tests/x/e.csv",
            ".f.drl"
        }) {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), "");
        }

        assertThat(RuleCheck.check(RuleFolder.read(folder)))
                .filteredOn(problem -> !problem.isError())
                .extracting(Problem::file)
                .containsExactly(
                        "c.drl",
                        "lifecycle/b.DRL",
                        "lifecycles/d.drl",
                        "rate-card.csv",
                        "tests/e.drl",
                        "tests/x/e.csv");
    }

    @Test
    void hasAFingerprintThatIsTheSameForEver() {
        RuleText text = new RuleText(Map.of("lifecycle/a.drl", bytes("a"), "incentive/b.drl", bytes("b")));

        assertThat(text.fingerprint()).isEqualTo("078bb0b18de322d133a8e4787cfa3944e14fb330c37674c0189bfd11fe4d51e9");
        assertThat(new RuleText(Map.of()).fingerprint())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void hasAnotherFingerprintWhenAnythingDiffers() {
        RuleText text = new RuleText(Map.of("lifecycle/a.drl", bytes("ab")));

        assertThat(text)
                .isEqualTo(new RuleText(Map.of("lifecycle/a.drl", bytes("ab"))))
                .isNotEqualTo(new RuleText(Map.of("lifecycle/a.drl", bytes("a"))))
                .isNotEqualTo(new RuleText(Map.of("lifecycle/a.drla", bytes("b"))))
                .isNotEqualTo(new RuleText(Map.of("lifecycle/b.drl", bytes("ab"))));
    }

    @Test
    void comesBackFromItsArchive() {
        RuleText text = new RuleText(Map.of(
                "lifecycle/a.drl", bytes("\uFEFFr\u00fcle \"x\"\r\n\u0000\ud83d\ude00"), "lifecycle/b.drl", new byte[] {
                    (byte) 0xff, 0, 1
                }));

        assertThat(RuleText.fromArchive(text.toArchive())).isEqualTo(text);
        assertThat(text.toArchive()).contains("r\u00fcle");
    }

    @Test
    void refusesAnArchiveThatWasChanged() {
        String archive = rules(LIFECYCLE).toArchive();

        assertThatThrownBy(() -> RuleText.fromArchive(archive.replace("EDITING", "SUBMITTED")))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("changed after it was archived");
        assertThatThrownBy(() -> RuleText.fromArchive("x")).isInstanceOf(ClearFailure.class);
        assertThatThrownBy(() -> RuleText.fromArchive("[]")).isInstanceOf(ClearFailure.class);
    }

    @Test
    void saysThatAFolderOrItsRulesAreMissing() {
        assertThatThrownBy(() -> RuleFolder.read(folder.resolve("none")))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("There is no rules folder");
        assertThat(RuleCheck.check(RuleFolder.read(folder)))
                .extracting(Problem::toString)
                .containsExactly(
                        "incentive/:1:1: there is no rule file; put one whose name ends with .drl there",
                        "incentive/rate-card.csv:1:1: there is no rate card; write one with the header "
                                + HEADER.strip(),
                        "lifecycle/:1:1: there is no rule file; put one whose name ends with .drl there");
    }

    @Test
    void saysThatAFileIsNotUtf8() {
        RuleText text = new RuleText(Map.of(
                "lifecycle/a.drl", new byte[] {(byte) 0xff},
                "incentive/b.drl", bytes(INCENTIVE),
                "incentive/rate-card.csv", bytes(HEADER)));

        assertThat(RuleCheck.check(text))
                .singleElement()
                .asString()
                .isEqualTo("lifecycle/a.drl:1:1: this is not UTF-8; save the file with this encoding");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
