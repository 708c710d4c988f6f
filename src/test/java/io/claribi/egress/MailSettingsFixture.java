package io.claribi.egress;

import io.claribi.egress.MailCarrier.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as an operator writes them. */
final class MailSettingsFixture {
    private final Map<String, String> settings = new LinkedHashMap<>();

    MailSettingsFixture with(String name, String value) {
        settings.put("claribi.mail." + name, value);
        return this;
    }

    MailSettingsFixture security(String security) {
        return with("security", security);
    }

    MailSettingsFixture as(String username, String password) {
        return with("username", username).with("password", password);
    }

    MailSettings read() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("claribi.mail", MailSettings.class);
    }

    /** What comes of a mail that is sent by these settings. */
    Outcome deliver() {
        MailSettings read = read();
        return new SmtpCarrier(read).deliver(SmtpCarrierTest.aMail(read));
    }
}
