package io.claribi.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What records are called in the OpenAPI document. Endings that are only ours are left out, and a nested record is named
 * after the one around it as well: without that, two that are both called {@code ColumnView} would become one.
 */
class SchemaNames extends TypeNameResolver {
    private static final String OURS = "(View|Controller)$";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = name(type);
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(
                    "%s and %s would both be %s in the OpenAPI document; rename one".formatted(other, type, name));
        }
        return name;
    }

    private static String name(Class<?> type) {
        String own = stem(type);
        Class<?> around = type.getEnclosingClass();
        if (around == null) {
            return own;
        }
        String context = stem(around);
        return own.contains(context) ? own : context + own;
    }

    private static String stem(Class<?> type) {
        return type.getSimpleName().replaceFirst(OURS, "");
    }
}
