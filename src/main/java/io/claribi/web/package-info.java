/** The outermost layer: filter chains, the web app, the OpenAPI page. */
@ApplicationModule(
        allowedDependencies = {"kernel", "http", "tenancy", "secrets", "identity", "access", "access :: keys"})
@NullMarked
package io.claribi.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
