package io.claribi.identity;

import io.claribi.tenancy.Database;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The link by which the first organization is made where registration is closed: one at a time, good once. */
@Component
class SetupLinks {
    private final Database database;

    SetupLinks(Database database) {
        this.database = database;
    }

    /** A new link in the place of the one before it. */
    @Transactional
    public OpaqueToken mint() {
        OpaqueToken token = OpaqueToken.random();
        database.sql("""
                        INSERT INTO identity.setup_link (token_hash)
                        VALUES (:hash)
                        ON CONFLICT (single) DO UPDATE
                        SET token_hash = excluded.token_hash, printed_at = now()
                        """).param("hash", token.hash()).update();
        return token;
    }

    @Transactional
    public void forget() {
        database.sql("""
                        DELETE FROM identity.setup_link
                        """).update();
    }

    @Transactional(readOnly = true)
    public boolean isGood(OpaqueToken token) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT
                            FROM identity.setup_link
                            WHERE token_hash = :hash)
                        """)
                .param("hash", token.hash())
                .query(Boolean.class)
                .single();
    }

    /** Uses the link up, as part of the transaction around; tells whether it was still good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(OpaqueToken token) {
        return database.sql("""
                        DELETE FROM identity.setup_link
                        WHERE token_hash = :hash
                        """).param("hash", token.hash()).update() == 1;
    }

    /** Whether anybody belongs to any organization. */
    @Transactional(readOnly = true)
    public boolean isAnybodyThere() {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT
                            FROM identity.affiliation)
                        """).query(Boolean.class).single();
    }
}
