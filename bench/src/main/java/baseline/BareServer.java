package baseline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The baseline: the same libraries, Tomcat on virtual threads with the same settings, the same pool, statements and
 * records, and nothing else. Runs in a process of its own.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import({BareDashboardController.class, BareAnswerController.class, BareExportController.class})
class BareServer {

    @Bean
    HikariDataSource pool(
            @Value("${bare.url}") String url,
            @Value("${bare.username}") String username,
            @Value("${bare.password}") String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    @Bean
    JdbcClient database(HikariDataSource pool) {
        return JdbcClient.create(pool);
    }

    @Bean
    TransactionTemplate readOnly(HikariDataSource pool) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        transaction.setReadOnly(true);
        return transaction;
    }

    public static void main(String[] arguments) {
        var application = new SpringApplication(BareServer.class);
        // clariBI's would start a database.
        application.setInitializers(List.of());
        application.run(arguments);
    }
}
