package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a@example.org", " Ann.Lee+bi@Mail.Example.co.uk ", "o'neil@x-y.example", "1@xn--mnchen-3ya.de"})
    void takesAddressesAsPeopleHaveThem(String text) {
        assertThat(EmailAddress.read(text)).map(EmailAddress::value).hasValue(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a",
                "a@",
                "@b.org",
                "a@b",
                "a@b.",
                "a@.org",
                "a b@c.org",
                "a@b c.org",
                "a@-b.org",
                "a@b-.org",
                ".a@b.org",
                "a.@b.org",
                "a..b@c.org",
                "a@b.org\nBcc: c@d.org",
                "\"a b\"@c.org",
                "a@[127.0.0.1]",
                "<a@b.org>",
                "a@b@c.org",
                "аnn@example.org",
                "ann@exаmple.org",
                "a@b.1"
            })
    void refusesWhatIsNone(String text) {
        assertThat(EmailAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 250})
    void refusesAnAddressThatIsTooLong(int length) {
        assertThat(EmailAddress.read("a".repeat(length) + "@example.org")).isEmpty();
    }

    @Property
    void everyAddressIsPrintableAsciiWithoutBlanks(@ForAll String text) {
        EmailAddress.read(text).ifPresent(address -> assertThat(address.value()).matches("[!-~]{3,254}"));
    }
}
