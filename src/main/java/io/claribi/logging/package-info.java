/** How log lines look: whatever a message holds, one event is one line, or one line and its stack trace. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.claribi.logging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
