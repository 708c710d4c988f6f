package io.claribi.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.plans} as far as founding an organization goes.
 *
 * @param signup the plan that new organizations get
 */
@ConfigurationProperties("claribi.plans")
record SignupSettings(@DefaultValue("trial") String signup) {}
