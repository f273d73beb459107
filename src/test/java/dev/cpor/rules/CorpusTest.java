package dev.cpor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.compile.FewerChecks;
import dev.cpor.rules.drl.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
    /** A rule of the corpus that runs in spite of everything sets it. */
    private static final String TRACE = "cpor.hostile";

    static List<Corpus> hostile() throws IOException {
        return Corpus.read("hostile-rules.txt");
    }

    static List<Corpus> caughtInBytecode() throws IOException {
        return hostile().stream().filter(rule -> rule.said("bytecode") != null).toList();
    }

    static List<Corpus> harmless() throws IOException {
        return Corpus.read("harmless-rules.txt");
    }

    @Test
    void hasEnoughRulesOfEachKind() throws IOException {
        assertThat(hostile()).hasSizeGreaterThan(60);
        assertThat(caughtInBytecode()).hasSizeGreaterThan(40);
        assertThat(harmless()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theGateRefusesWhatIsHostileAndSaysWhereAndWhatToDo(Corpus rule) {
        List<Problem> problems = errors(RuleCheck.check(rule.text()));

        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("lifecycle/a.drl:%s: ".formatted(rule.place()))
                        .contains(rule.message()))
                .allSatisfy(problem -> assertThat(problem.toString())
                        .matches("(?s)lifecycle/a\\.drl:\\d+:\\d+: .+[;,] .+")
                        .doesNotContain("the compiled rule"));
    }

    @ParameterizedTest
    @MethodSource("caughtInBytecode")
    void theBytecodeShowsWhatIsHostileWithoutTheGate(Corpus rule) {
        assertThat(FewerChecks.ofBytecode(rule.text()).errors()).anySatisfy(problem -> assertThat(problem.what())
                .contains("the compiled rule contains", rule.said("bytecode")));
        assertThat(System.getProperty(TRACE)).isNull();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatIsHarmlessPassesBothChecksAndIsWarnedOfOnlyWhereItIsSaid(Corpus rule) {
        List<Problem> problems = RuleCheck.check(rule.text());

        assertThat(errors(problems)).isEmpty();
        // One rule alone leaves claims out that others cover.
        List<String> warnings = problems.stream()
                .filter(problem -> problem.rule() != null && problem.file().equals(rule.file()))
                .map(Problem::toString)
                .toList();
        assertThat(warnings).hasSameSizeAs(rule.warnings());
        for (int i = 0; i < warnings.size(); i++) {
            assertThat(warnings.get(i)).contains(rule.warnings().get(i));
        }
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).toList();
    }
}
