package io.claribi.egress;

import io.claribi.tenancy.DataDirectory;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class EgressConfiguration {

    @Bean
    MailCarrier mailCarrier(MailSettings settings, DataDirectory data, Clock clock) {
        return settings.isSmtp() ? new SmtpCarrier(settings) : new OutboxCarrier(data, clock);
    }
}
