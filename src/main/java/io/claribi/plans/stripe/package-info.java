/** Payments by Stripe: what the server asks of it, and what it tells the server. */
@NullMarked
package io.claribi.plans.stripe;

import org.jspecify.annotations.NullMarked;
