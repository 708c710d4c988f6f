/** clariBI, a business-intelligence server that many organizations share. */
@NullMarked
package io.claribi;

import org.jspecify.annotations.NullMarked;
