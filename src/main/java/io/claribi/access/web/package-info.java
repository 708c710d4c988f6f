/** Who one is and may do over HTTP. */
@NullMarked
package io.claribi.access.web;

import org.jspecify.annotations.NullMarked;
