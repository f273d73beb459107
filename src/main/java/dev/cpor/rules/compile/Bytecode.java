package dev.cpor.rules.compile;

import static java.util.stream.Collectors.toMap;

import dev.cpor.domain.ReasonCode;
import dev.cpor.rules.bytecode.Allowed;
import dev.cpor.rules.bytecode.CompiledClasses;
import dev.cpor.rules.bytecode.Forbidden;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.gate.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.kie.api.builder.KieModule;

/**
 * The second check of rules, after the {@link Gate}: no compiled rule refers to anything but the vocabulary and what Drools needs
 * itself. It does not look at the text, so nothing that a text can hide escapes it, and it comes before any class of the
 * rules is loaded.
 */
final class Bytecode {
    private Bytecode() {}

    /** Returns whether the rules may be loaded, and adds what keeps them from it. */
    static boolean check(Folder folder, List<DrlFile> files, KieModule compiled, List<Problem> problems) {
        InternalKieModule module = (InternalKieModule) compiled;
        Map<String, byte[]> classes = module.getFileNames().stream()
                .filter(name -> name.endsWith(".class"))
                .collect(toMap(Function.identity(), module::getBytes));
        List<Forbidden> found = classes.isEmpty()
                ? List.of(new Forbidden("no class at all", null))
                : new CompiledClasses(classes).forbidden(allowed(folder));
        found.forEach(forbidden -> problems.add(DrlFile.problemOf(
                files,
                forbidden.rule(),
                "the compiled rule contains %s, which is no word of rules; leave it out".formatted(forbidden.what()))));
        return found.isEmpty();
    }

    private static Allowed allowed(Folder folder) {
        List<Class<?>> enums = new ArrayList<>(Folder.ENUMS);
        enums.add(ReasonCode.class);
        return new Allowed(folder.facts().stream().map(Fact::type).toList(), enums, folder.decide());
    }
}
