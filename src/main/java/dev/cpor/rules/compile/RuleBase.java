package dev.cpor.rules.compile;

import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The compiled rules of one folder. */
public final class RuleBase {
    private final Folder folder;
    private final KieContainer container;
    private final KieBase all;
    private final List<String> names;
    private final Compiled compiled;
    private final Map<String, KieBase> single = new ConcurrentHashMap<>();

    private RuleBase(Folder folder, KieContainer container, Compiled compiled) {
        this.folder = folder;
        this.container = container;
        this.compiled = compiled;
        this.all = container.getKieBase();
        this.names = namesIn(all);
    }

    /** Returns null, and adds what is wrong, if Drools does not accept the rules or they are compiled to what no rule may contain. */
    public static @Nullable RuleBase compile(Folder folder, List<DrlFile> files, List<Problem> problems) {
        return compile(folder, files, problems, true);
    }

    /** @param read false for tests alone, which need rules that do more than rules may */
    static @Nullable RuleBase compile(Folder folder, List<DrlFile> files, List<Problem> problems, boolean read) {
        List<String> texts = texts(files);
        try (Compilation compilation = Compilation.of(folder, texts)) {
            KieModule module = compilation.module();
            if (module == null) {
                problems.addAll(CompileErrors.of(folder, files, compilation.refusal()));
                return null;
            }
            return !read || Bytecode.check(folder, files, module, problems)
                    ? new RuleBase(
                            folder,
                            compilation.load(),
                            new Compiled(Compilation.key(folder, texts), compilation.bytes(), false))
                    : null;
        }
    }

    /** Takes up what was compiled from these files before; null where nothing is kept, or nothing that may be loaded. */
    static @Nullable RuleBase kept(Folder folder, List<DrlFile> files, KeptRules kept) {
        String key = Compilation.key(folder, texts(files));
        byte[] before = kept.of(key);
        if (before == null) {
            return null;
        }
        try (Compilation compilation = Compilation.kept(before)) {
            KieModule module = Objects.requireNonNull(compilation.module());
            if (!Bytecode.check(folder, files, module, new ArrayList<>())) {
                return null;
            }
            RuleBase base = new RuleBase(folder, compilation.load(), new Compiled(key, before, true));
            return base.names.equals(namesIn(files)) ? base : null;
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, it is no use; the text is there to be compiled.
            return null;
        }
    }

    private static List<String> namesIn(List<DrlFile> files) {
        return files.stream()
                .map(file -> Objects.requireNonNull(file.parse(new ArrayList<>())))
                .flatMap(parsed -> parsed.getRules().stream())
                .map(RuleDescr::getName)
                .sorted()
                .toList();
    }

    private static List<String> texts(List<DrlFile> files) {
        return files.stream().map(DrlFile::text).toList();
    }

    /** Returns what was compiled, to be kept. */
    public Compiled compiled() {
        return compiled;
    }

    /** Returns the names of the rules, sorted. */
    public List<String> names() {
        return names;
    }

    /** Returns a session of all rules, to be disposed of. */
    public KieSession newSession() {
        return all.newKieSession();
    }

    /** Returns a session of one rule alone, to be disposed of. */
    public KieSession newSession(String rule) {
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
