package io.claribi.http;

import io.claribi.kernel.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller must hold to use a route. Without a permission any logged-in member may: the route is about the
 * caller alone. A route with neither this nor {@link Public} stops the server from starting.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Permission[] value() default {};

    /** One of these is needed besides; which one depends on what is asked, and the module's face judges it. */
    Permission[] anyOf() default {};
}
