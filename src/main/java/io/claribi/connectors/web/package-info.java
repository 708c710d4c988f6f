@NullMarked
package io.claribi.connectors.web;

import org.jspecify.annotations.NullMarked;
