package dev.cpor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The compiled rules of one folder. */
final class RuleBase {
    private final Folder folder;
    private final KieContainer container;
    private final KieBase all;
    private final List<String> names;
    private final Map<String, KieBase> single = new ConcurrentHashMap<>();

    private RuleBase(Folder folder, KieContainer container) {
        this.folder = folder;
        this.container = container;
        this.all = container.getKieBase();
        this.names = namesIn(all);
    }

    /** Returns null, and adds what is wrong, if Drools does not accept the rules or they are compiled to what no rule may contain. */
    static @Nullable RuleBase compile(Folder folder, List<DrlFile> files, List<Problem> problems) {
        return compile(folder, files, problems, true);
    }

    /** @param read false for tests alone, which need rules that do more than rules may */
    static @Nullable RuleBase compile(Folder folder, List<DrlFile> files, List<Problem> problems, boolean read) {
        KieServices services = KieServices.Factory.get();
        // A name of its own: several threads may compile at once, and the repository is shared by the whole process.
        ReleaseId release =
                services.newReleaseId("dev.cpor.rules", UUID.randomUUID().toString(), "1");
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        for (int i = 0; i < files.size(); i++) {
            // Not under its own name: that ends up in the Java code that Drools generates.
            sources.write(
                    "src/main/resources/%s/%d.drl"
                            .formatted(folder.rulePackage().replace('.', '/'), i),
                    folder.header() + DroolsText.of(folder, files.get(i).text()));
        }
        try {
            KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            problems.addAll(CompileErrors.of(files, errors));
            boolean passed =
                    errors.isEmpty() && (!read || Bytecode.check(folder, files, builder.getKieModule(), problems));
            return passed ? new RuleBase(folder, services.newKieContainer(release)) : null;
        } catch (RuntimeException e) {
            // Drools throws where it should report, for instance when a text is compared with a number.
            problems.add(Problem.error(
                    files.get(0).path(),
                    1,
                    1,
                    null,
                    "cannot be compiled: %s; compare only what is of the same kind".formatted(e)));
            return null;
        } finally {
            // The repository never forgets by itself.
            services.getRepository().removeKieModule(release);
        }
    }

    /** Returns the names of the rules, sorted. */
    List<String> names() {
        return names;
    }

    /** Returns a session of all rules, to be disposed of. */
    KieSession newSession() {
        return all.newKieSession();
    }

    /** Returns a session of one rule alone, to be disposed of. */
    KieSession newSession(String rule) {
        return single.computeIfAbsent(rule, this::only).newKieSession();
    }

    private KieBase only(String rule) {
        KieBase base = container.newKieBase(KieServices.Factory.get().newKieBaseConfiguration());
        names.stream().filter(name -> !name.equals(rule)).forEach(name -> base.removeRule(folder.rulePackage(), name));
        return base;
    }

    private static List<String> namesIn(KieBase base) {
        List<String> names = new ArrayList<>();
        base.getKiePackages()
                .forEach(rules -> rules.getRules().stream().map(Rule::getName).forEach(names::add));
        names.removeIf(Objects::isNull);
        names.sort(null);
        return List.copyOf(names);
    }
}
