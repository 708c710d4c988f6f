/** Tests over every route, driven by the handler mappings: a new route is covered, or fails the build, by itself. */
@NullMarked
package io.claribi.routes;

import org.jspecify.annotations.NullMarked;
