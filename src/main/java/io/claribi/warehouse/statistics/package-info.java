/** What is known of the values in a stored table. */
@NullMarked
package io.claribi.warehouse.statistics;

import org.jspecify.annotations.NullMarked;
