package dev.cpor.rules.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in one class of compiled rules. Names are written as in class files, with slashes.
 *
 * @param supers the class that it extends and the interfaces that it implements
 * @param members its methods and fields, each with its descriptor
 * @param uses everything that it refers to or does
 * @param ruleOf by method, with its descriptor, the rule that the method builds
 */
record ClassFile(String name, List<String> supers, Set<String> members, List<Use> uses, Map<String, String> ruleOf) {

    /**
     * Something that a class refers to or does.
     *
     * @param owner of a field or method; the type itself of a type; empty for something that is done
     * @param name the name of a field or method, or what is done
     * @param descriptor of a field or method, empty otherwise
     * @param method the method, with its descriptor, that contains it; empty outside methods
     */
    record Use(Kind kind, String owner, String name, String descriptor, String method) {
        /** Returns it as a message names it. */
        String inWords() {
            String type = owner.replace('/', '.');
            return switch (kind) {
                case TYPE -> type;
                case DEED -> name;
                case FIELD, METHOD -> name.equals("<init>") ? "new " + type : "%s.%s".formatted(type, name);
            };
        }
    }

    /** What is used. */
    enum Kind {
        TYPE,
        FIELD,
        METHOD,
        /** Something that needs no other class: a loop, a native method, writing a field from anywhere. */
        DEED
    }
}
