package io.claribi.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands out connections that can be told which organization to bind with their first statement. */
final class BindingDataSource extends DelegatingDataSource {

    BindingDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return BindingConnection.around(obtainTargetDataSource().getConnection());
    }
}
