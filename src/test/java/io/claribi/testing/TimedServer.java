package io.claribi.testing;

import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * A database for servers whose time the tests make. Days that pass there would be over for all that share it: a server that
 * has gone on by a week deletes the signing keys of those that have not.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TimedServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final Path DATA = TestServer.folder("timed");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServer.configure(context, TestDatabase.access("timed"), DATA);
    }
}
