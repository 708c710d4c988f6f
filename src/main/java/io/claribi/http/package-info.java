/** How every module speaks HTTP: strict JSON in, problem+json out, the caller as an argument, pages, route declarations. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.claribi.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
