package io.claribi.tenancy;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.DatabaseAccess.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.database}: an external PostgreSQL, or the embedded one when there is no URL.
 *
 * @param poolSize connections of this node at most
 */
@ConfigurationProperties("claribi.database")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable Role owner,
        @Nullable Role app,
        @DefaultValue("16") int poolSize) {

    public boolean external() {
        return url != null && !url.isBlank();
    }

    /**
     * Access to the external PostgreSQL.
     *
     * @throws StartRefused if something is missing
     */
    public DatabaseAccess access() {
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused(
                    "claribi.database.url is not the address of a PostgreSQL.",
                    "Write it as jdbc:postgresql://host:5432/database, or leave it out for the embedded PostgreSQL.");
        }
        return new DatabaseAccess(url, login("owner", "claribi_owner", owner), login("app", "claribi_app", app));
    }

    private static Login login(String name, String defaultUsername, @Nullable Role role) {
        if (role == null || role.password() == null || role.password().isEmpty()) {
            throw new StartRefused(
                    "claribi.database.%s.password is missing.".formatted(name),
                    "Give the password of PostgreSQL's role for it; there is no default one.");
        }
        return new Login(role.username() == null ? defaultUsername : role.username(), role.password());
    }

    /** A role as configured; see {@link #access()} for what is left out. */
    public record Role(@Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return String.valueOf(username);
        }
    }
}
