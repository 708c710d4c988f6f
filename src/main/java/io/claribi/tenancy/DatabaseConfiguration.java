package io.claribi.tenancy;

import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Spring needs to know of the database: whose connections serve, and whose migrate. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataDirectory.class, DatabaseSettings.class, SignupSettings.class})
class DatabaseConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    DataSource dataSource(ConnectionPool pool) {
        return new TransactionBoundDataSource(pool.binding());
    }

    @Bean
    OrganizationTransactionManager transactionManager(ConnectionPool pool) {
        return new OrganizationTransactionManager(pool.binding());
    }

    @Bean
    FlywayConnectionDetails migrationConnection(DatabaseAccess access) {
        return new OwnerConnection(access);
    }

    @Bean
    FlywayConfigurationCustomizer migrationPlaceholders(DatabaseAccess access) {
        return flyway -> flyway.placeholders(Map.of("app", access.app().username()))
                .jdbcProperties(Map.of("logServerErrorDetail", "false"));
    }

    @Bean
    FlywayMigrationStrategy migration() {
        return flyway -> {
            var result = flyway.migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("Migrated the database by {} steps", result.migrationsExecuted);
            }
        };
    }

    private record OwnerConnection(DatabaseAccess access) implements FlywayConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return access.url();
        }

        @Override
        public String getUsername() {
            return access.owner().username();
        }

        @Override
        public String getPassword() {
            return access.owner().password();
        }
    }
}
