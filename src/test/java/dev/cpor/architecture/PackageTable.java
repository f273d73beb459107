package dev.cpor.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What each package may use: of the program's own packages, and of libraries. Everything may use the JDK, except for its
 * part for databases, and the annotations of JSpecify; {@link BoundaryTest} says more about a few of them.
 *
 * <p>Data goes one way: feeds, tables, rules, decision, tables, files. Only {@code job} knows the order.
 */
final class PackageTable {
    private static final String ROWS = """
            package                    | packages                                     | libraries
            domain                     |                                              |
            digest                     |                                              |
            decision                   | domain                                       |
            settings                   | domain                                       | jackson spring-boot
                                       |                                              | spring-scheduling
            calendar                   | domain settings                              | jackson jollyday
            intake                     | domain digest                                | fastcsv
            rules.vocabulary.lifecycle | domain                                       |
            rules.vocabulary.incentive | domain                                       |
            rules.bytecode             |                                              | asm
            rules.grid                 | domain decision rules.vocabulary.lifecycle   |
                                       | rules.vocabulary.incentive                   |
            rules.sheet                |                                              | fastcsv
            rules.drl                  | domain digest rules.vocabulary.lifecycle     | drools jackson
                                       | rules.vocabulary.incentive                   |
            rules.ratecard             | domain rules.sheet rules.drl                 |
            rules.comparison           | domain rules.drl rules.ratecard              |
            rules.gate                 | domain rules.drl                             | drools
            rules.compile              | domain digest rules.bytecode rules.drl       | drools
                                       | rules.ratecard rules.gate                    |
            rules.evaluate             | domain decision rules.vocabulary.lifecycle   | drools
                                       | rules.vocabulary.incentive rules.drl         |
                                       | rules.compile                                |
            rules.explain              | decision rules.vocabulary.incentive          | drools
                                       | rules.drl rules.compile rules.evaluate       |
            rules                      | domain decision rules.grid rules.drl         | drools
                                       | rules.compile rules.evaluate rules.explain   |
            rules.scenario             | domain digest decision rules.sheet rules.drl |
                                       | rules.evaluate rules.explain rules           |
            store.statement            | domain                                       | sql jackson spring-jdbc
                                       |                                              | spring-transaction
            store.claim                | domain decision store.statement              | sql spring-jdbc spring
            store.night                | domain decision store.statement store.claim  | sql spring-jdbc spring
                                       | store.connection                             | spring-transaction
            store.history              | domain store.statement store.night           | spring-jdbc
            store.decision             | domain decision store.statement store.night  | sql spring-jdbc spring
                                       | store.history                                | spring-transaction
            store.payout               | domain store.statement store.night           | sql spring-jdbc spring
                                       | store.connection                             | spring-transaction
            store.account              | domain store.statement store.decision        | sql spring-jdbc spring
                                       | store.payout                                 |
            store.connection           | domain                                       | sql spring-jdbc spring
                                       |                                              | spring-transaction hikari flyway
            store.intake               | domain intake store.statement store.night    | sql jackson spring-jdbc spring
                                       | store.history                                | spring-transaction
            store.past                 | domain intake store.statement store.night    | sql spring-jdbc spring
                                       | store.history store.payout store.intake      |
            store.rules                | store.statement                              | sql spring-jdbc spring
                                       |                                              | spring-transaction
            store.remote               | store.night                                  | sql spring-jdbc spring
                                       |                                              | spring-transaction
            store                      | store.claim store.night store.decision       | spring
                                       | store.payout store.account store.connection  |
                                       | store.intake store.past store.rules          |
                                       | store.remote                                 |
            broker                     | domain settings                              | jms artemis spring
            payout.sign                | domain                                       |
            payout                     | domain digest payout.sign                    | fastcsv jackson
            payout.verify              | domain digest payout.sign payout             | fastcsv
            payout.delivery            | domain digest settings payout                | jsch
            payout.export              | domain digest payout                         | fastcsv fastexcel sql
            report                     | domain digest                                | fastcsv jackson thymeleaf
                                       |                                              | progressbar asciitable
            account                    | domain store.night store.account             | jackson spring
                                       | store.connection payout report               |
            generate                   | domain                                       | fastcsv
            server                     | domain                                       | sql mariadb slf4j management
            job.request                | domain intake store.night                    | spring
            job.payout                 | domain settings store.claim store.payout     | spring
                                       | payout.sign payout payout.verify             |
                                       | payout.delivery job.request                  |
            job.rules                  | domain digest decision settings rules.drl    | spring
                                       | rules                                        |
                                       | rules.compile rules.scenario store.claim     |
                                       | store.night store.rules report job.request   |
            job                        | domain digest decision settings intake rules | spring spring-transaction
                                       | store.claim store.night store.decision       | spring-batch
                                       | store.payout store.connection store.intake   |
                                       | store.past payout report job.request         |
                                       | job.payout job.rules store.remote            |
            job.remote                 | domain decision settings calendar rules      | spring spring-transaction
                                       | store.claim store.night store.connection     | spring-batch
                                       | store.remote broker report job.request       |
                                       | job.rules job                                |
            trial                      | domain decision settings intake              | spring
                                       | rules.explain rules store.claim store.night  |
                                       | store.intake store.past report job.request   |
                                       | job.rules job                                |
            cli.session                | domain settings calendar store.connection    | picocli spring spring-boot
                                       | store report account server job.request job  |
                                       | job.remote trial                                        |
            cli.claims                 | domain settings store.claim store.payout     | picocli jackson
                                       | store.past report job.rules job cli.session  |
            cli.night                  | domain decision store.night store.intake     | picocli jackson
                                       | report generate job.request job job.remote   |
                                       | cli.session cli.claims                       |
            cli.payout                 | domain settings store.night store.payout     | picocli
                                       | payout.sign payout payout.verify             |
                                       | payout.export report account job.payout      |
                                       | cli.session                                  |
            cli.rules                  | domain decision settings calendar rules.drl  | picocli jackson
                                       | rules.comparison rules.explain rules         |
                                       | rules.scenario store.claim store.account     |
                                       | store.rules report job.request job.rules     |
                                       | trial cli.session cli.claims cli.night       |
            cli                        | domain store.connection cli.session          | picocli spring-transaction
                                       | cli.claims cli.night cli.payout cli.rules    |
            """;

    private static final Map<String, String> LIBRARY_OF_PREFIX = Map.ofEntries(
            Map.entry("java.sql", "sql"),
            Map.entry("com.sun.management", "management"),
            Map.entry("javax.sql", "sql"),
            Map.entry("org.mariadb", "mariadb"),
            Map.entry("com.zaxxer.hikari", "hikari"),
            Map.entry("org.flywaydb", "flyway"),
            Map.entry("org.drools", "drools"),
            Map.entry("org.kie", "drools"),
            Map.entry("org.springframework.asm", "asm"),
            Map.entry("org.springframework.batch", "spring-batch"),
            Map.entry("org.springframework.boot", "spring-boot"),
            Map.entry("org.springframework.scheduling", "spring-scheduling"),
            Map.entry("org.springframework.transaction", "spring-transaction"),
            Map.entry("org.springframework.dao", "spring-transaction"),
            Map.entry("org.springframework.jdbc", "spring-jdbc"),
            Map.entry("org.springframework.beans", "spring"),
            Map.entry("org.springframework.util.backoff", "spring"),
            Map.entry("org.springframework.jms", "jms"),
            Map.entry("jakarta.jms", "jms"),
            Map.entry("org.apache.activemq", "artemis"),
            Map.entry("org.springframework.context", "spring"),
            Map.entry("org.springframework.core", "spring"),
            Map.entry("tools.jackson", "jackson"),
            Map.entry("com.fasterxml.jackson.annotation", "jackson"),
            Map.entry("de.focus_shift.jollyday", "jollyday"),
            Map.entry("de.siegmar.fastcsv", "fastcsv"),
            Map.entry("com.jcraft.jsch", "jsch"),
            Map.entry("org.dhatim.fastexcel", "fastexcel"),
            Map.entry("org.thymeleaf", "thymeleaf"),
            Map.entry("me.tongfei.progressbar", "progressbar"),
            Map.entry("com.github.freva.asciitable", "asciitable"),
            Map.entry("picocli", "picocli"),
            Map.entry("org.slf4j", "slf4j"));

    private static final String ROOT = "dev.cpor.";

    private PackageTable() {}

    /** Returns what each package may use, by the package's name. */
    static Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        String current = "";
        for (String row : ROWS.lines().skip(1).toList()) {
            List<String> cells =
                    Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
            current = cells.get(0).isEmpty() ? current : cells.get(0);
            Set<String> names = allowed.computeIfAbsent(current, name -> new TreeSet<>());
            cells.stream().skip(1).forEach(cell -> names.addAll(words(cell)));
        }
        return allowed;
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** Returns what each package of these classes does use, by the package's name, each with one place as an example. */
    static Map<String, Map<String, String>> used(JavaClasses types) {
        Map<String, Map<String, String>> used = new TreeMap<>();
        for (JavaClass type : types) {
            Map<String, String> names = used.computeIfAbsent(own(type.getPackageName()), name -> new TreeMap<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = name(dependency.getTargetClass().getBaseComponentType());
                if (!target.isEmpty() && !target.equals(own(type.getPackageName()))) {
                    names.putIfAbsent(target, dependency.getDescription());
                }
            }
        }
        return used;
    }

    private static String own(String packageName) {
        return packageName.substring(ROOT.length());
    }

    /** Returns the package or library that a class belongs to; empty for what everyone may use. */
    private static String name(JavaClass type) {
        String name = type.getPackageName();
        if (name.startsWith(ROOT)) {
            return own(name);
        }
        return LIBRARY_OF_PREFIX.entrySet().stream()
                .filter(library -> (name + ".").startsWith(library.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(type.isPrimitive() || everyonesOwn(name) ? "" : name);
    }

    private static boolean everyonesOwn(String packageName) {
        return packageName.startsWith("java.") || packageName.equals("org.jspecify.annotations");
    }
}
