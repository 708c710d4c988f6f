package io.claribi.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.kernel.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds everything that is wrong with a body at once: components that are not {@code @Nullable} but absent, texts that
 * PostgreSQL can't hold, and the constraints that the records declare.
 */
@Component
class BodyChecks {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    private final Validator validator;

    BodyChecks(Validator validator) {
        this.validator = validator;
    }

    List<FieldError> check(Object body) {
        var errors = new LinkedHashMap<String, String>();
        walk(body, "", null, errors);
        validator.validate(body).stream()
                .sorted(Comparator.comparing(violation -> violation.getPropertyPath() + violation.getMessage()))
                .forEach(violation -> errors.putIfAbsent(path(violation), violation.getMessage()));
        var found = new ArrayList<FieldError>();
        errors.forEach((field, message) -> found.add(new FieldError(field, message)));
        return found;
    }

    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString();
    }

    private void walk(Object value, String path, @Nullable AnnotatedType type, Map<String, String> errors) {
        switch (value) {
            case Record parts -> {
                for (RecordComponent component : COMPONENTS.get(parts.getClass())) {
                    visit(
                            part(parts, component),
                            path.isEmpty() ? name(component) : path + "." + name(component),
                            component.getAnnotatedType(),
                            errors);
                }
            }
            case Collection<?> elements -> {
                int index = 0;
                for (Object element : elements) {
                    visit(element, "%s[%d]".formatted(path, index++), argument(type), errors);
                }
            }
            case String text -> {
                if (!isStorable(text)) {
                    errors.put(path, "holds a character that can't be stored");
                }
            }
            default -> {}
        }
    }

    private void visit(@Nullable Object value, String path, @Nullable AnnotatedType type, Map<String, String> errors) {
        if (value != null) {
            walk(value, path, type, errors);
        } else if (type == null || !type.isAnnotationPresent(Nullable.class)) {
            errors.put(path, "is required");
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    private static @Nullable AnnotatedType argument(@Nullable AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType parameterized
                ? parameterized.getAnnotatedActualTypeArguments()[0]
                : null;
    }

    private static @Nullable Object part(Record parts, RecordComponent component) {
        try {
            return component.getAccessor().invoke(parts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Can't read %s of a body".formatted(component.getName()), e);
        }
    }

    /** PostgreSQL's text holds no U+0000, and UTF-8 no half of a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
