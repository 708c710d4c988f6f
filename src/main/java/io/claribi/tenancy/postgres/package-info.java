/** The PostgreSQL that the server brings along: unpacks, initializes, starts, finds again and stops it. */
@NullMarked
package io.claribi.tenancy.postgres;

import org.jspecify.annotations.NullMarked;
