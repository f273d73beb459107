package dev.cpor.rules.bytecode;

import dev.cpor.rules.bytecode.ClassFile.Use;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.asm.Type;

/** What compiled rules may use, to the single method. */
public final class Allowed {
    /** Classes by their names, their members with the class and a point before them, with or without a descriptor. */
    private final Set<String> anywhere = new HashSet<>(GeneratedCode.anywhere());

    private final Set<String> around = GeneratedCode.around();

    /**
     * @param facts the records that rules ask about; all but their first components may be read
     * @param enums the enums whose constants may be read
     * @param decide the interface whose methods may be called
     */
    public Allowed(Collection<? extends Class<?>> facts, Collection<? extends Class<?>> enums, Class<?> decide) {
        for (Class<?> fact : facts) {
            anywhere.add(Type.getInternalName(fact));
            RecordComponent[] components = fact.getRecordComponents();
            for (RecordComponent component : Arrays.asList(components).subList(1, components.length)) {
                anywhere.add(signature(component.getAccessor()));
            }
        }
        for (Class<?> type : enums) {
            anywhere.add(Type.getInternalName(type));
            for (Object constant : type.getEnumConstants()) {
                anywhere.add(Type.getInternalName(type) + "." + constant);
            }
        }
        anywhere.add(Type.getInternalName(decide));
        for (Method method : decide.getMethods()) {
            anywhere.add(signature(method));
        }
    }

    private static String signature(Method method) {
        return "%s.%s%s"
                .formatted(
                        Type.getInternalName(method.getDeclaringClass()),
                        method.getName(),
                        Type.getMethodDescriptor(method));
    }

    /** Says whether a class with this name may use something. */
    boolean allows(String className, Use use) {
        boolean frame = GeneratedCode.isAround(className);
        String member = use.owner() + "." + use.name();
        return switch (use.kind()) {
            case TYPE -> isIn(frame, use.owner());
            case FIELD -> isIn(frame, member);
            case METHOD -> isIn(frame, member) || isIn(frame, member + use.descriptor());
            case DEED -> frame && use.name().equals("throw");
        };
    }

    private boolean isIn(boolean frame, String name) {
        return anywhere.contains(name) || (frame && around.contains(name));
    }
}
