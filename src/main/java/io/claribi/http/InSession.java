package io.claribi.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for who is logged in; an API key does not open it, whatever its scopes. That is what is about an account beyond
 * the key's organization, about how people log in, or about the organization's end. The value says why.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InSession {
    String value();
}
