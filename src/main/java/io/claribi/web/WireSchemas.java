package io.claribi.web;

import io.claribi.http.Change;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes what is another thing on the wire than its record says: ids, and the members of a merge patch. */
class WireSchemas implements ModelConverter {

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var java = Json31.mapper().constructType(type.getType());
        if (isId(java.getRawClass())) {
            return new UUIDSchema();
        }
        if (java.getRawClass() == Change.class) {
            return nullable(context.resolve(new AnnotatedType(java.containedTypeOrUnknown(0))));
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static boolean isId(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getType() == UUID.class
                && type.getSimpleName().endsWith("Id");
    }

    private static Schema<?> nullable(Schema<?> schema) {
        var types = new LinkedHashSet<>(
                schema.getTypes() == null ? Set.of(Objects.requireNonNull(schema.getType())) : schema.getTypes());
        types.add("null");
        return schema.types(types);
    }
}
