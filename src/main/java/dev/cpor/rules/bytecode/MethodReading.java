package dev.cpor.rules.bytecode;

import dev.cpor.rules.bytecode.ClassFile.Kind;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ConstantDynamic;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** Reads one method. */
final class MethodReading extends MethodVisitor {
    private final ClassReading in;
    private final String name;
    private final String place;
    private final Set<Label> passed = new HashSet<>();
    private String text = "";
    private int patterns;

    /** @param place the method's name and descriptor */
    MethodReading(ClassReading in, String name, String place) {
        super(Opcodes.ASM9);
        this.in = in;
        this.name = name;
        this.place = place;
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        jump(target);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        visitLookupSwitchInsn(otherwise, new int[0], labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        jump(otherwise);
        for (Label label : labels) {
            jump(label);
        }
    }

    private void jump(Label target) {
        if (passed.contains(target)) {
            in.deed("a loop", place);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            in.deed("the lock of an object", place);
        } else if (opcode == Opcodes.ATHROW) {
            in.deed("throw", place);
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            in.deed("a new array", place);
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        in.deed("a new array", place);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        in.deed("try", place);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        in.type(type, place);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
        in.member(Kind.FIELD, owner, field, descriptor, place);
        boolean sets = (opcode == Opcodes.PUTSTATIC && !name.equals("<clinit>"))
                || (opcode == Opcodes.PUTFIELD && !name.equals("<init>"));
        if (sets) {
            in.deed("the setting of a field (%s)".formatted(field), place);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
        in.member(Kind.METHOD, owner, method, descriptor, place);
        if (method.equals("pattern") && owner.endsWith("/D") && patterns++ > 0) {
            in.deed("a second pattern", place);
        }
        if (method.equals("rule") && !text.isEmpty()) {
            in.rule(place, text);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
        in.types(Type.getMethodType(descriptor), place);
        constant(bootstrap);
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof String string) {
            text = string;
        }
        constant(value);
    }

    private void constant(Object value) {
        if (value instanceof Handle handle) {
            boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
            in.member(field ? Kind.FIELD : Kind.METHOD, handle.getOwner(), handle.getName(), handle.getDesc(), place);
        } else if (value instanceof Type type) {
            in.types(type, place);
        } else if (value instanceof ConstantDynamic) {
            in.deed("a constant that is computed", place);
        }
    }
}
