/** Reading the trail over HTTP. */
@NullMarked
package io.claribi.audit.web;

import org.jspecify.annotations.NullMarked;
