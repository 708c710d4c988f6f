package io.claribi.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.type.TypeFactory;

/** Tells a member that is null from one that is absent. */
final class ChangeReader extends ValueDeserializer<Change<?>> {
    private final JavaType content;

    /** For Jackson, which then asks for one that knows the content's type. */
    ChangeReader() {
        this(TypeFactory.unknownType());
    }

    private ChangeReader(JavaType content) {
        this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ChangeReader(context.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
        return new Change<>(context.readValue(parser, content));
    }

    @Override
    public Change<?> getNullValue(DeserializationContext context) {
        return new Change<>(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
