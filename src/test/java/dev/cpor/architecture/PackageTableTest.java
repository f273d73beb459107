package dev.cpor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageTableTest {
    @Test
    void aPackageUsesNothingThatItsRowDoesNotAllow() {
        assertThat(forbidden(Laws.CANARIES)).anySatisfy(found -> assertThat(found)
                .contains("architecture.canary.domain uses drools", "KnowsDrools"));
        assertThat(forbidden(Laws.PROGRAM)).isEmpty();
    }

    @Test
    void everyPackageHasARow() {
        assertThat(PackageTable.allowed().keySet())
                .isEqualTo(PackageTable.used(Laws.PROGRAM).keySet());
    }

    @Test
    void aRowAllowsNothingThatNobodyUses() {
        assertThat(idle(Laws.CANARIES)).contains("rules does not use drools");
        assertThat(idle(Laws.PROGRAM)).isEmpty();
    }

    private static List<String> forbidden(JavaClasses types) {
        Map<String, Set<String>> allowed = PackageTable.allowed();
        List<String> found = new ArrayList<>();
        PackageTable.used(types)
                .forEach((from, targets) -> targets.forEach((target, example) -> {
                    if (!allowed.getOrDefault(from, Set.of()).contains(target)) {
                        found.add("%s uses %s: %s".formatted(from, target, example));
                    }
                }));
        return found;
    }

    private static List<String> idle(JavaClasses types) {
        Map<String, Map<String, String>> used = PackageTable.used(types);
        List<String> found = new ArrayList<>();
        PackageTable.allowed().forEach((from, targets) -> targets.stream()
                .filter(target -> !used.getOrDefault(from, Map.of()).containsKey(target))
                .forEach(target -> found.add("%s does not use %s".formatted(from, target))));
        return found;
    }
}
