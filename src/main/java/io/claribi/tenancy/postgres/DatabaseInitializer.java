package io.claribi.tenancy.postgres;

import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.DatabaseSettings;
import io.claribi.tenancy.ExternalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Gets the database ready while the application context is still being put together: each takes about a second. */
class DatabaseInitializer implements ApplicationContextInitializer<GenericApplicationContext> {
    /** Set by commands, which use the database beside a server that runs, or in its absence. */
    private static final String JOIN = "claribi.database.join";

    @Override
    public void initialize(GenericApplicationContext context) {
        var binder = Binder.get(context.getEnvironment());
        var settings = binder.bindOrCreate("claribi.database", DatabaseSettings.class);
        if (settings.external()) {
            var access = begin(() -> ExternalPostgres.prepare(settings.access()));
            context.registerBean(DatabaseAccess.class, () -> await(access));
        } else {
            var dataDir = binder.bindOrCreate("claribi", DataDirectory.class).dataDir();
            boolean joining = context.getEnvironment().getProperty(JOIN, Boolean.class, false);
            registerEmbedded(
                    context, begin(() -> joining ? EmbeddedPostgres.join(dataDir) : EmbeddedPostgres.start(dataDir)));
        }
    }

    private static void registerEmbedded(
            GenericApplicationContext context, CompletableFuture<EmbeddedPostgres> postgres) {
        // The context closes it with its other beans; this is for a start that fails before the bean is asked for.
        SpringApplication.getShutdownHandlers().add(() -> postgres.thenAccept(DatabaseInitializer::close));
        context.registerBean("embeddedPostgres", EmbeddedPostgres.class, () -> await(postgres));
        context.registerBean(
                DatabaseAccess.class,
                () -> context.getBean(EmbeddedPostgres.class).access(),
                definition -> definition.setDependsOn("embeddedPostgres"));
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> start) {
        return CompletableFuture.supplyAsync(
                start, work -> Thread.ofPlatform().name("database-start").start(work));
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
