/** What every module's tests stand on: one real PostgreSQL a JVM, the whole server, fresh organizations. */
@NullMarked
package io.claribi.testing;

import org.jspecify.annotations.NullMarked;
