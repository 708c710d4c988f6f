package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/** Two statements as one: the binding, whose parameter and result nobody sees, and the query that was prepared. */
final class BindingRead implements InvocationHandler {
    private final PreparedStatement statement;
    private final Runnable bound;

    private BindingRead(PreparedStatement statement, Runnable bound) {
        this.statement = statement;
        this.bound = bound;
    }

    /** @param bound told when the organization is bound */
    static PreparedStatement around(PreparedStatement statement, OrganizationId organization, Runnable bound)
            throws SQLException {
        statement.setObject(1, organization.value());
        return (PreparedStatement) Proxy.newProxyInstance(
                BindingRead.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new BindingRead(statement, bound));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "execute" -> run();
            case "executeQuery" -> {
                run();
                yield statement.getResultSet();
            }
            case "executeUpdate",
                    "executeLargeUpdate",
                    "addBatch",
                    "executeBatch",
                    "getMetaData",
                    "getParameterMetaData",
                    "clearParameters" ->
                throw new SQLFeatureNotSupportedException("A transaction's first statement only reads");
            default -> BindingConnection.call(statement, method, shifted(arguments));
        };
    }

    private boolean run() throws SQLException {
        statement.execute();
        bound.run();
        return statement.getMoreResults();
    }

    /** The setters, and they alone, take the index of a parameter and its value. */
    private static @Nullable Object @Nullable [] shifted(@Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments.length < 2 || !(arguments[0] instanceof Integer index)) {
            return arguments;
        }
        var shifted = arguments.clone();
        shifted[0] = index + 1;
        return shifted;
    }
}
