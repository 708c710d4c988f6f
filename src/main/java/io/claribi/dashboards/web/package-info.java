@NullMarked
package io.claribi.dashboards.web;

import org.jspecify.annotations.NullMarked;
