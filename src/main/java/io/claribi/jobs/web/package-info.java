@NullMarked
package io.claribi.jobs.web;

import org.jspecify.annotations.NullMarked;
