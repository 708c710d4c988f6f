package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import io.claribi.secrets.Secret;
import io.claribi.secrets.ServerSecrets;
import io.claribi.tenancy.Database;
import io.claribi.testing.FakeClock;
import io.claribi.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** In a year long ago, so that the keys of the server that serves other tests are out of sight. */
@ServerTest
class SigningKeysTest {
    private static final Duration LEAD = Duration.ofMinutes(10);

    private final FakeClock clock = new FakeClock(Instant.parse("2001-01-01T00:00:00Z"));
    private final SigningKeyStore store;
    private final ServerSecrets secrets;
    private final IdentitySettings settings;
    private final TransactionTemplate transaction;
    private final Database database;

    SigningKeysTest(
            SigningKeyStore store,
            ServerSecrets secrets,
            IdentitySettings settings,
            TransactionTemplate transaction,
            Database database) {
        this.store = store;
        this.secrets = secrets;
        this.settings = settings;
        this.transaction = transaction;
        this.database = database;
    }

    @AfterEach
    void forgetThem() {
        transaction.executeWithoutResult(status -> store.deleteExpired(Instant.parse("2002-01-01T00:00:00Z")));
    }

    @Test
    void areTheSameOnAllNodes() {
        ECKey first = aNode().signing();

        assertThat(aNode().signing()).isEqualTo(first);
        assertThat(aNode().find(first.getKeyID())).contains(first.toPublicJWK());
    }

    @Test
    void publishTheNextBeforeItSigns() {
        SigningKeys node = aNode();
        ECKey first = node.signing();
        clock.advance(settings.signingKeyLife().minus(LEAD).minus(LEAD).plusSeconds(1));

        node.rotate();

        assertThat(published(node)).hasSize(2).contains(first.getKeyID());
        assertThat(node.signing()).isEqualTo(first);
        clock.advance(LEAD);
        ECKey second = node.signing();
        assertThat(second).isNotEqualTo(first);
        assertThat(aNode().signing()).isEqualTo(second);
    }

    @Test
    void rotateNoEarlierAndOnceForAllNodes() {
        SigningKeys node = aNode();
        node.signing();
        clock.advance(settings.signingKeyLife().minus(LEAD).minus(LEAD).minusSeconds(1));
        node.rotate();
        assertThat(published(node)).hasSize(1);

        clock.advance(Duration.ofSeconds(2));
        node.rotate();
        aNode().rotate();
        node.rotate();

        assertThat(published(node)).hasSize(2);
    }

    @Test
    void verifyUntilTheLastTokenHasExpired() {
        SigningKeys node = aNode();
        String first = node.signing().getKeyID();
        clock.advance(settings.signingKeyLife().minus(LEAD));
        node.rotate();
        clock.advance(LEAD.plus(settings.accessTokenLife()));

        assertThat(published(aNode())).contains(first);
        assertThat(aNode().find(first)).isPresent();
        clock.advance(LEAD);
        node.rotate();
        assertThat(published(aNode())).doesNotContain(first);
        assertThat(aNode().find(first)).isEmpty();
    }

    @Test
    void beginAnewWhenTheServerWasDownForLong() {
        ECKey first = aNode().signing();
        clock.advance(settings.signingKeyLife().multipliedBy(3));

        ECKey second = aNode().signing();

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void makeANewOneWhenThePrivateHalfCannotBeOpened() {
        SigningKeys before = aNode();
        ECKey lost = before.signing();
        transaction.executeWithoutResult(status -> database.sql("""
                        UPDATE secrets.server_secret
                        SET sealed = overlay(sealed PLACING 'XXXX' FROM 40)
                        WHERE name = :name
                        """)
                .param("name", "signing_key/" + lost.getKeyID())
                .update());

        ECKey fresh = aNode().signing();

        assertThat(fresh).isNotEqualTo(lost);
        assertThat(aNode().find(lost.getKeyID())).isPresent();
    }

    @Test
    void keepThePrivateHalfSealed() {
        ECKey key = aNode().signing();

        String stored = transaction.execute(status -> database.sql("""
                        SELECT public_key || (SELECT string_agg(sealed, '') FROM secrets.server_secret)
                        FROM identity.signing_key
                        WHERE id = :id
                        """)
                .param("id", key.getKeyID())
                .query(String.class)
                .single());

        assertThat(stored)
                .contains(key.getX().toString())
                .doesNotContain(key.getD().toString(), "\"d\"");
        assertThat(transaction.<Optional<Secret>>execute(status -> secrets.find("signing_key/" + key.getKeyID())))
                .isPresent();
    }

    /** Of all that are published, those of this test. */
    private List<String> published(SigningKeys keys) {
        Set<String> ofThatYear = transaction.execute(status ->
                database.sql("""
                        SELECT id
                        FROM identity.signing_key
                        WHERE expires_at < '2002-01-01'
                        """).query((row, number) -> row.getString("id")).set());
        return keys.published().getKeys().stream()
                .map(JWK::getKeyID)
                .filter(ofThatYear::contains)
                .toList();
    }

    private SigningKeys aNode() {
        return new SigningKeys(store, settings, transaction, clock);
    }
}
