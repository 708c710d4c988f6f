package io.claribi.identity;

import io.claribi.testing.FakeClock;
import io.claribi.testing.TimedServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestPropertySource;

/**
 * A test against a server whose time the test makes: it passes when the test moves the clock, or while somebody would have
 * waited. New organizations are on a plan with everything. All such tests share one server.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TimedServer.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
@Import(TimedServerTest.Time.class)
@TestPropertySource(properties = "claribi.plans.signup=professional")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimedServerTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Time {
        @Bean
        @Primary
        FakeClock fakeClock() {
            return new FakeClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }

        @Bean
        @Primary
        Pause fakePause(FakeClock clock) {
            return clock::advance;
        }
    }
}
