package io.claribi.testing;

import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The mail server of servers under test, and a database in which no server without one takes over what is to be sent.
 * Addresses are new in each test, so nobody reads another's mail.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PostOffice implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final MailServer SERVER = MailServer.plain();
    // They share a database, so they share the keys to it.
    private static final Path DATA = TestServer.folder("mail");

    public static Inbox inbox() {
        return SERVER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServer.configure(context, TestDatabase.access("mail"), DATA);
        TestPropertyValues.of(Arrays.stream(SERVER.settings()).map(setting -> setting.substring("--".length())))
                .applyTo(context);
    }
}
