package io.claribi.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({
    IdentitySettings.class,
    Argon2Settings.class,
    ThrottleSettings.class,
    RegistrationSettings.class
})
class IdentityConfiguration {

    /** Requests have virtual threads, which cost next to nothing while they wait. */
    @Bean
    Pause pause() {
        return IdentityConfiguration::sleep;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PasswordHasher.busy();
        }
    }
}
