package io.claribi.plans.stripe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** There only where Stripe is paid. */
@ConditionalOnProperty(name = "claribi.plans.billing.provider", havingValue = "stripe")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithStripe {}
