package io.claribi.secrets;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.support.TransactionTemplate;

/** A server as far as secrets go. Nothing happens by itself: the test says when it looks and when it seals anew. */
final class SecretsNode implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private SecretsNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static SecretsNode start(DatabaseAccess database, Path keys) {
        var builder = new SpringApplicationBuilder(Modules.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false);
        // Nodes start at the same time in one JVM, whose one logging system can't be set up by both.
        builder.application()
                .setListeners(builder.application().getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        return new SecretsNode(builder.run(
                "--claribi.data-dir=" + keys.resolveSibling("data"),
                "--claribi.secrets.key-dir=" + keys,
                "--claribi.database.url=" + database.url(),
                "--claribi.database.owner.password=" + database.owner().password(),
                "--claribi.database.app.password=" + database.app().password()));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void look() {
        get(KeyKeeper.class).look();
    }

    long resealEverything() {
        return get(Resealing.class).run();
    }

    /** The id of the platform key that seals here. */
    String sealing() {
        return inTransaction(() -> get(KeyRing.class).sealing().id());
    }

    OrganizationId anOrganization() {
        OrganizationId id = OrganizationId.next();
        inOrganization(id, () -> get(Organizations.class).found(id, "Acme"));
        return id;
    }

    void put(OrganizationId organization, UUID record, String secret) {
        inOrganization(organization, () -> {
            get(OrganizationSecrets.class).put(record, "password", Secret.of(secret));
            return record;
        });
    }

    Optional<Secret> open(OrganizationId organization, UUID record) {
        return inOrganization(organization, () -> get(OrganizationSecrets.class).open(record, "password"));
    }

    void put(AccountId account, String secret) {
        inTransaction(() -> {
            get(AccountSecrets.class).put(account, "seed", Secret.of(secret));
            return account;
        });
    }

    Optional<Secret> open(AccountId account) {
        return inTransaction(() -> get(AccountSecrets.class).open(account, "seed"));
    }

    Secret serverSecret(String name, String first) {
        return inTransaction(() -> get(ServerSecrets.class).get(name, () -> Secret.of(first)));
    }

    Database database() {
        return get(Database.class);
    }

    <T> T inTransaction(Supplier<T> work) {
        return get(TransactionTemplate.class).execute(status -> work.get());
    }

    <T> T inOrganization(OrganizationId organization, Supplier<T> work) {
        return get(OrganizationWork.class).call(organization, work);
    }

    @Override
    public void close() {
        context.close();
    }

    // No @Configuration: the scan of the whole server must not find it.
    @ComponentScan(
            basePackages = {"io.claribi.tenancy", "io.claribi.secrets", "io.claribi.audit"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "io\\.claribi\\.(\\w+\\.web\\..*|audit\\.AuditLog)"))
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Modules {
        @Bean
        static Clock clock() {
            return Clock.systemUTC();
        }
    }
}
