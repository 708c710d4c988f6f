package io.claribi.secrets;

import io.claribi.secrets.keys.KeyFiles;
import io.claribi.secrets.keys.KeyPlaceRules;
import io.claribi.secrets.keys.SecretsManager;
import io.claribi.tenancy.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsSettings.class)
class SecretsConfiguration {

    @Bean
    KeyPlaceRules keyPlaceRules(ConfigurableEnvironment environment) {
        return new KeyPlaceRules(environment.getPropertySources());
    }

    @Bean
    SecretsManager secretsManager(SecretsSettings settings, DataDirectory data, KeyPlaceRules rules, Clock clock) {
        Path folder = settings.folder(data);
        rules.checkFolder(folder);
        return new KeyFiles(folder, clock);
    }

    @Bean
    Sealer sealer(Clock clock) {
        return new Sealer(clock);
    }
}
