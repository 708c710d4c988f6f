package io.claribi.operator;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The modules that commands use, over the server's database and with its settings: beside the server when it runs, else
 * with the embedded PostgreSQL started for as long as the command needs it. Nothing is made that a command does not ask
 * for, and nothing is migrated. The audit module is among them, since what commands change stands in the trail as well.
 */
// No @Configuration: the server's own scan must not find it.
@ComponentScan(
        basePackages = {"io.claribi.tenancy", "io.claribi.secrets", "io.claribi.audit"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.claribi\\.\\w+\\.web\\..*"))
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class ServerDatabase {

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Opens it; the caller closes it. */
    static ConfigurableApplicationContext open(Invocation invocation, Class<?>... furtherModules) {
        var application = new SpringApplication(ServerDatabase.class);
        application.addPrimarySources(List.of(furtherModules));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("claribi.database.join", "true", "logging.level.root", "off"));
        return application.run(invocation.settings().toArray(String[]::new));
    }
}
