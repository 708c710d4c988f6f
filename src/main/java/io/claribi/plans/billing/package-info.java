/** Who is paid for a plan, and how an organization comes to another one. */
@NullMarked
package io.claribi.plans.billing;

import org.jspecify.annotations.NullMarked;
