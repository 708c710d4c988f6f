package io.claribi.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Metrics have a port of their own, that of the server plus one unless it is set, so that two servers on one machine
 * don't meet there either. It listens to this machine alone unless {@code management.server.address} says otherwise.
 */
class ManagementPort implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "managementPort", Map.of("management.server.port", port == 0 ? 0 : port + 1)));
    }
}
