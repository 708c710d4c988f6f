package io.claribi.tenancy;

import com.google.errorprone.annotations.CompileTimeConstant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way to clariBI's own database: constant SQL with bound parameters, inside a transaction that carries the
 * organization. Row-level security does the rest.
 */
@Component
public class Database {
    private final JdbcClient client;

    Database(JdbcClient client) {
        this.client = client;
    }

    /**
     * Begins a statement.
     *
     * @throws IllegalStateException if there is no transaction
     */
    public StatementSpec sql(@CompileTimeConstant String sql) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("There is no connection outside a transaction");
        }
        return client.sql(sql);
    }
}
