package dev.cpor.rules.bytecode;

import dev.cpor.rules.bytecode.ClassFile.Kind;
import dev.cpor.rules.bytecode.ClassFile.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.ModuleVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.Type;

/** Reads one class file without loading the class. */
final class ClassReading extends ClassVisitor {
    private final List<Use> uses = new ArrayList<>();
    private final Set<String> members = new HashSet<>();
    private final Map<String, String> ruleOf = new HashMap<>();
    private String name = "";
    private List<String> supers = List.of();

    private ClassReading() {
        super(Opcodes.ASM9);
    }

    /**
     * Returns what stands in a class.
     *
     * @throws IllegalArgumentException if this is no class file, or one of a version that cannot be read
     */
    static ClassFile read(byte[] bytes) {
        ClassReading reading = new ClassReading();
        new ClassReader(bytes).accept(reading, ClassReader.SKIP_FRAMES);
        return new ClassFile(reading.name, reading.supers, reading.members, reading.uses, reading.ruleOf);
    }

    @Override
    public void visit(
            int version, int access, String className, @Nullable String generics, String parent, String[] interfaces) {
        name = className;
        List<String> all = new ArrayList<>(List.of(interfaces));
        all.add(parent);
        supers = List.copyOf(all);
        supers.forEach(type -> type(type, ""));
    }

    @Override
    public @Nullable ModuleVisitor visitModule(String module, int access, @Nullable String version) {
        deed("a module", "");
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        types(Type.getType(descriptor), "");
        return null;
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String component, String descriptor, @Nullable String generics) {
        deed("a record of its own", "");
        return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String generics, @Nullable Object value) {
        members.add(field + descriptor);
        types(Type.getType(descriptor), "");
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String generics, String @Nullable [] exceptions) {
        String place = method + descriptor;
        members.add(place);
        types(Type.getMethodType(descriptor), place);
        if (exceptions != null) {
            for (String exception : exceptions) {
                type(exception, place);
            }
        }
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            deed("a native method", place);
        }
        if ((access & Opcodes.ACC_SYNCHRONIZED) != 0 || method.equals("finalize")) {
            deed("the " + (method.equals("finalize") ? "finalizer" : "lock") + " of an object", place);
        }
        return new MethodReading(this, method, place);
    }

    String name() {
        return name;
    }

    void rule(String place, String rule) {
        ruleOf.put(place, rule);
    }

    void deed(String what, String place) {
        uses.add(new Use(Kind.DEED, "", what, "", place));
    }

    void type(String internalName, String place) {
        types(Type.getObjectType(internalName), place);
    }

    /** Adds every class that a type or descriptor names. */
    void types(Type type, String place) {
        switch (type.getSort()) {
            case Type.METHOD -> {
                types(type.getReturnType(), place);
                for (Type argument : type.getArgumentTypes()) {
                    types(argument, place);
                }
            }
            case Type.ARRAY -> types(type.getElementType(), place);
            case Type.OBJECT -> uses.add(new Use(Kind.TYPE, type.getInternalName(), "", "", place));
            default -> {
                // A primitive type reaches nothing.
            }
        }
    }

    void member(Kind kind, String owner, String member, String descriptor, String place) {
        uses.add(new Use(kind, owner, member, descriptor, place));
        types(Type.getType(descriptor), place);
    }
}
