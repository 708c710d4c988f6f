/** Designs the first dashboard of a new source. */
@NullMarked
package io.claribi.dashboards.design;

import org.jspecify.annotations.NullMarked;
