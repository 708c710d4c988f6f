package io.claribi.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that a member may use who has no second factor although the organization wants one. All others that need a
 * log-in are closed to them until they have enrolled. The value says why.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutSecondFactor {
    String value();
}
