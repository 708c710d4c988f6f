package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.OrganizationId;
import io.claribi.testing.ServerTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** Exceptions are logged; what PostgreSQL says of a row is not for the log. */
@ServerTest
class DatabaseErrorsTest {
    private final Database database;
    private final OrganizationWork work;
    private final ScratchSchema schema;

    DatabaseErrorsTest(Database database, OrganizationWork work, DatabaseAccess access) throws Exception {
        this.database = database;
        this.work = work;
        this.schema = new ScratchSchema(access);
    }

    @AfterEach
    void drop() throws Exception {
        schema.close();
    }

    @Test
    void quoteNoRow() {
        var organization = OrganizationId.next();
        work.run(organization, this::insertPlanted);

        var failure = Assertions.catchThrowableOfType(
                DataAccessException.class, () -> work.run(organization, this::insertPlanted));

        assertThat(NestedExceptionUtils.getMostSpecificCause(failure).getMessage())
                .contains("duplicate key")
                .doesNotContain("planted");
        assertThat(failure.getMessage()).doesNotContain("planted");
    }

    private void insertPlanted() {
        database.sql("""
                        INSERT INTO scratch.note (word)
                        VALUES (:word)
                        """).param("word", "planted").update();
    }
}
