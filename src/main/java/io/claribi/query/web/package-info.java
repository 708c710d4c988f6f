@NullMarked
package io.claribi.query.web;

import org.jspecify.annotations.NullMarked;
