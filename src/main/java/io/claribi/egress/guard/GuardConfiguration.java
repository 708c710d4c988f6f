package io.claribi.egress.guard;

import io.claribi.egress.Outbound;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EgressSettings.class)
class GuardConfiguration {

    /** Made when it is first needed: a server that asks nobody starts without it. */
    @Bean
    @Lazy
    Outbound outbound(EgressSettings settings) throws NoSuchAlgorithmException {
        return new GuardedHttp(settings.policy(), InetAddress::getAllByName, SSLContext.getDefault());
    }
}
