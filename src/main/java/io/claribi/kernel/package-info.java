/** The words every module speaks: ids, the caller, permissions, errors, pages and auditable events. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.claribi.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
