package dev.cpor.rules.compile;

import static dev.cpor.rules.RuleFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.Status;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class KeptRulesTest {
    private final Map<String, byte[]> kept = new HashMap<>();
    private int asked;
    private int found;

    @Test
    void whatWasCompiledIsTakenUpAndSaysTheSame() {
        RuleText text = RuleFolder.read(SHIPPED);
        CompiledRules first = compile(text);
        first.compiled().forEach(compiled -> kept.put(compiled.key(), compiled.content()));

        CompiledRules second = compile(text);

        assertThat(found).isEqualTo(2);
        assertThat(second.ruleNames()).isEqualTo(first.ruleNames()).hasSizeGreaterThan(10);
        assertThat(second.lifecycle(List.of(claim(Status.PARTNER_ACTION_REQUIRED, businessDaysAgo(6))), TONIGHT))
                .isEqualTo(
                        first.lifecycle(List.of(claim(Status.PARTNER_ACTION_REQUIRED, businessDaysAgo(6))), TONIGHT));
        assertThat(second.compiled().get(0).content())
                .isEqualTo(first.compiled().get(0).content());
    }

    @Test
    void otherRulesAreCompiledAnew() {
        compile(rules(LIFECYCLE)).compiled().forEach(compiled -> kept.put(compiled.key(), compiled.content()));

        compile(rules(LIFECYCLE.replace("EDITING", "SUBMITTED")));

        assertThat(asked).isEqualTo(4);
        assertThat(found).as("the folder that stayed as it was").isEqualTo(1);
    }

    @Test
    void whatIsDamagedOrForbiddenIsCompiledAnew() {
        RuleText text = rules(LIFECYCLE);
        List<Compiled> compiled = compile(text).compiled();
        RuleText hostile = rules("""
                rule "Ends the program"
                when $claim : Claim(status == Status.EDITING)
                then System.exit(3);
                end
                """);
        byte[] forbidden = FewerChecks.none(hostile)
                .bases()
                .values()
                .iterator()
                .next()
                .compiled()
                .content();
        kept.put(compiled.get(0).key(), forbidden);
        kept.put(compiled.get(1).key(), new byte[] {1, 2, 3});

        CompiledRules again = compile(text);

        assertThat(found).isEqualTo(2);
        assertThat(again.compiled().get(0).content()).isNotEqualTo(forbidden);
        assertThat(again.ruleNames()).containsExactly("Nothing happens", "The line earns");
    }

    @Test
    void aClassThatIsNotWhatItsPathSaysIsNotTakenUp() throws IOException {
        RuleText text = rules(LIFECYCLE);
        Compiled compiled = compile(text).compiled().get(0);
        byte[] twice = changed(compiled.content(), (entry, content, jar) -> {
            put(jar, entry, content);
            if (entry.endsWith(".class")) {
                put(jar, "a/Copy" + entry.replace('/', '_'), content);
            }
        });
        kept.put(compiled.key(), twice);

        assertThat(compile(text).compiled().get(0).content()).isNotEqualTo(twice);
    }

    @Test
    void otherRulesThanThoseOfTheTextAreNotTakenUp() {
        RuleText text = rules(LIFECYCLE);
        Compiled other = compile(rules(LIFECYCLE.replace("Nothing happens", "Nothing at all happens")))
                .compiled()
                .get(0);
        kept.put(compile(text).compiled().get(0).key(), other.content());

        assertThat(compile(text).ruleNames()).containsExactly("Nothing happens", "The line earns");
    }

    @Test
    void whatALaterJavaCompiledIsCompiledAnew() throws IOException {
        RuleText text = rules(LIFECYCLE);
        Compiled compiled = compile(text).compiled().get(0);
        byte[] later = changed(compiled.content(), (entry, content, jar) -> {
            if (entry.endsWith(".class")) {
                content[7] = 99;
            }
            put(jar, entry, content);
        });
        kept.put(compiled.key(), later);

        assertThat(compile(text).compiled().get(0).content()).isNotEqualTo(later);
    }

    private interface Change {
        void of(String entry, byte[] content, ZipOutputStream jar) throws IOException;
    }

    private static byte[] changed(byte[] jar, Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                change.of(entry.getName(), in.readAllBytes(), out);
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream jar, String entry, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(entry));
        jar.write(content);
    }

    private CompiledRules compile(RuleText text) {
        return CompiledRules.compile(text, CALENDAR, TIMEOUT, key -> {
            asked++;
            byte[] before = kept.get(key);
            found += before == null ? 0 : 1;
            return before;
        });
    }
}
