package io.claribi.identity.passkeys;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyStore {
    private final Database database;

    PasskeyStore(Database database) {
        this.database = database;
    }

    Set<AccountId> enrolledAmong(Collection<AccountId> accounts) {
        return Set.copyOf(database.sql("""
                        SELECT DISTINCT account_id
                        FROM identity.passkey
                        WHERE account_id IN (:accounts)
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toList())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list());
    }

    void insert(UUID id, String name, Credential credential) {
        database.sql("""
                        INSERT INTO identity.passkey (id, account_id, credential_id, relying_party, name, public_key,
                            attestation, signature_count, user_verified, backup_eligible, backed_up, transports)
                        VALUES (:id, :account, :credential, :relyingParty, :name, :publicKey,
                            :attestation, :signatureCount, :userVerified, :backupEligible, :backedUp, :transports)
                        """)
                .param("id", id)
                .param("account", credential.account().value())
                .param("credential", credential.id())
                .param("relyingParty", credential.relyingParty())
                .param("name", name)
                .param("publicKey", credential.publicKey())
                .param("attestation", credential.attestation())
                .param("signatureCount", credential.signatureCount())
                .param("userVerified", credential.userVerified())
                .param("backupEligible", credential.backupEligible())
                .param("backedUp", credential.backedUp())
                .param("transports", credential.transports().toArray(String[]::new))
                .update();
    }

    List<Passkey> list(AccountId account) {
        return database.sql("""
                        SELECT id, name, created_at, last_used_at
                        FROM identity.passkey
                        WHERE account_id = :account
                        ORDER BY created_at, id
                        """)
                .param("account", account.value())
                .query(PasskeyStore::passkey)
                .list();
    }

    Optional<Passkey> find(AccountId account, UUID id) {
        return list(account).stream().filter(passkey -> passkey.id().equals(id)).findFirst();
    }

    /** The account's credentials that are good for the relying party. */
    List<Credential> listCredentials(AccountId account, String relyingParty) {
        return database.sql("""
                        SELECT account_id, credential_id, relying_party, public_key, attestation, signature_count,
                            user_verified, backup_eligible, backed_up, transports
                        FROM identity.passkey
                        WHERE account_id = :account AND relying_party = :relyingParty
                        ORDER BY created_at, id
                        """)
                .param("account", account.value())
                .param("relyingParty", relyingParty)
                .query(PasskeyStore::credential)
                .list();
    }

    /** The credential, and nobody else's until the transaction ends: its counter must not be judged twice. */
    Optional<Credential> findCredential(byte[] credentialId, String relyingParty) {
        return database.sql("""
                        SELECT account_id, credential_id, relying_party, public_key, attestation, signature_count,
                            user_verified, backup_eligible, backed_up, transports
                        FROM identity.passkey
                        WHERE credential_id = :credential AND relying_party = :relyingParty
                        FOR UPDATE
                        """)
                .param("credential", credentialId)
                .param("relyingParty", relyingParty)
                .query(PasskeyStore::credential)
                .optional();
    }

    void used(byte[] credentialId, long signatureCount, boolean backedUp) {
        database.sql("""
                        UPDATE identity.passkey
                        SET signature_count = :signatureCount, backed_up = :backedUp, last_used_at = now()
                        WHERE credential_id = :credential
                        """)
                .param("signatureCount", signatureCount)
                .param("backedUp", backedUp)
                .param("credential", credentialId)
                .update();
    }

    /** Whether it was there. */
    boolean delete(AccountId account, UUID id) {
        return database.sql("""
                        DELETE FROM identity.passkey
                        WHERE account_id = :account AND id = :id
                        """)
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void deleteAll(AccountId account) {
        database.sql("""
                        DELETE FROM identity.passkey
                        WHERE account_id = :account
                        """).param("account", account.value()).update();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("last_used_at");
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getBytes("credential_id"),
                row.getString("relying_party"),
                row.getBytes("public_key"),
                row.getBytes("attestation"),
                row.getLong("signature_count"),
                row.getBoolean("user_verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                Set.of((String[]) row.getArray("transports").getArray()));
    }
}
