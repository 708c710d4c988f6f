/** Plans and their use over HTTP. */
@NullMarked
package io.claribi.plans.web;

import org.jspecify.annotations.NullMarked;
