package io.claribi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HeaderValuesTest {
    /** As Spring Security's firewall has it. */
    private static final Pattern RULE = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Property
    void areJudgedAsTheFirewallsOwnRuleDoes(@ForAll String value) {
        assertThat(SecurityConfiguration.isHeaderValue(value))
                .isEqualTo(RULE.matcher(value).matches());
    }
}
