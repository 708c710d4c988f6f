/** Files of every kind that come in, read within bounds and written as Parquet. */
@NullMarked
package io.claribi.warehouse.files;

import org.jspecify.annotations.NullMarked;
