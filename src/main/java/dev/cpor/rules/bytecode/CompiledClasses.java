package dev.cpor.rules.bytecode;

import dev.cpor.rules.bytecode.ClassFile.Kind;
import dev.cpor.rules.bytecode.ClassFile.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All classes of some compiled rules. It is asked what they reach, knowing nothing of the text that they were compiled from: so
 * that it finds as well what a text can hide.
 */
public final class CompiledClasses {
    private final Map<String, ClassFile> classes = new TreeMap<>();
    private final Map<String, String> ruleOf = new HashMap<>();

    /**
     * @param files the contents of the class files by their paths
     * @throws IllegalArgumentException if one of them cannot be read, or is another class than its path says: it would stand here
     *     in the place of the one that is loaded
     */
    public CompiledClasses(Map<String, byte[]> files) {
        files.forEach((path, file) -> {
            ClassFile read = ClassReading.read(file);
            if (!path.equals(read.name() + ".class")) {
                throw new IllegalArgumentException("The file %s holds the class %s.".formatted(path, read.name()));
            }
            classes.put(read.name(), read);
        });
        classes.values().forEach(this::followRules);
    }

    /** A rule owns the classes that the method that builds it refers to, and what these refer to. */
    private void followRules(ClassFile builder) {
        builder.ruleOf().forEach((method, rule) -> {
            Deque<ClassFile> open = new ArrayDeque<>();
            builder.uses().stream()
                    .filter(use -> use.method().equals(method))
                    .forEach(use -> open(use, rule, builder, open));
            while (!open.isEmpty()) {
                ClassFile next = open.remove();
                next.uses().forEach(use -> open(use, rule, builder, open));
            }
        });
    }

    private void open(Use use, String rule, ClassFile builder, Deque<ClassFile> open) {
        ClassFile owned = classes.get(use.owner());
        if (owned != null && owned != builder && ruleOf.putIfAbsent(owned.name(), rule) == null) {
            open.add(owned);
        }
    }

    /** Returns what they contain and no rule may contain, each thing once for each rule. */
    public List<Forbidden> forbidden(Allowed allowed) {
        List<Forbidden> found = new ArrayList<>();
        for (ClassFile file : classes.values()) {
            for (Use use : file.uses()) {
                if (!allowed.allows(file.name(), use) && !isTheirOwn(use)) {
                    String rule = ruleOf.getOrDefault(file.name(), file.ruleOf().get(use.method()));
                    found.add(new Forbidden(use.inWords(), rule));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** What they declare themselves is read anyway; what they inherit is not theirs. */
    private boolean isTheirOwn(Use use) {
        ClassFile owner = classes.get(use.owner());
        return owner != null && (use.kind() == Kind.TYPE || owner.members().contains(use.name() + use.descriptor()));
    }
}
