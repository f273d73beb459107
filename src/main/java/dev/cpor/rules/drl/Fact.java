package dev.cpor.rules.drl;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record that rules ask about, by the name that they use. */
public record Fact(String name, Class<? extends Record> type) {
    /** The component that is there for the engine alone. */
    private static final String NUMBER = "number";

    /** Returns the type of a property, null where rules know none of that name. */
    public @Nullable Class<?> typeOf(String property) {
        for (RecordComponent component : properties()) {
            if (component.getName().equals(property)) {
                return component.getType();
            }
        }
        return null;
    }

    /** Returns what a record has there; text, numbers and constants as rules write them. */
    public String valueOf(String property, Record record) {
        try {
            for (RecordComponent component : properties()) {
                if (component.getName().equals(property)) {
                    Object value = component.getAccessor().invoke(record);
                    return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException("%s has no %s.".formatted(name, property));
    }

    /** Returns the names of the properties. */
    public List<String> propertyNames() {
        return properties().stream().map(RecordComponent::getName).toList();
    }

    private List<RecordComponent> properties() {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getName().equals(NUMBER))
                .toList();
    }
}
