package io.claribi.identity.mail;

import io.claribi.identity.EmailAddress;
import io.claribi.identity.mail.MailedProof.Purpose;
import io.claribi.kernel.Ids;
import io.claribi.secrets.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Proofs by mail: a link with 256 random bits, and a code of six digits for who reads mail elsewhere. Only hashes are
 * kept: plain of the link's token, under a key of the code. A new one takes the place of the one before it, and each is
 * good once. All of it is part of the transaction around.
 */
@Component
public class MailedProofs {
    /** Wrong codes that a proof stands; with a million codes, one in 200,000 who guess gets through. */
    static final int MOST_TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int CODES = 1_000_000;

    private final MailedProofStore store;
    private final CodeHasher codes;
    private final Clock clock;

    MailedProofs(MailedProofStore store, CodeHasher codes, Clock clock) {
        this.store = store;
        this.codes = codes;
        this.clock = clock;
    }

    /** Makes a proof, for the mail that carries it. */
    Minted mint(Purpose purpose, UUID subject, EmailAddress email) {
        var proof = new MailedProof(Ids.next(), purpose, subject, email);
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        // A code opens what is behind the mailbox anyway; six digits are too little for a new password.
        byte[] codeHash = purpose == Purpose.PASSWORD_RESET ? null : codes.hash(proof.id(), code);
        store.put(proof, sha256(token), codeHash, clock.instant().plus(purpose.life()));
        return new Minted(Base64.getUrlEncoder().withoutPadding().encodeToString(token), code);
    }

    /** The proof that a link carried; it stays good until it is used. */
    public Optional<MailedProof> find(Secret token) {
        return token.use(MailedProofs::decoded).flatMap(bytes -> store.findByToken(sha256(bytes), clock.instant()));
    }

    /**
     * The proof of a code that was sent to the address. Every call is a try, and counts against all codes of the address:
     * the transaction around must commit also when there is no such proof.
     */
    public Optional<MailedProof> find(EmailAddress email, Secret code) {
        return store.countTry(email, MOST_TRIES, clock.instant()).stream()
                .filter(tried -> code.<Boolean>use(text -> MessageDigest.isEqual(
                        tried.codeHash(), codes.hash(tried.proof().id(), text.strip()))))
                .map(MailedProofStore.Tried::proof)
                .findFirst();
    }

    /** Uses a proof up; tells whether it was still good. */
    public boolean use(MailedProof proof) {
        return store.delete(proof.id(), clock.instant());
    }

    /** Makes proofs that are on their way useless. */
    public void revoke(Purpose purpose, UUID subject) {
        store.delete(purpose, subject);
    }

    private static Optional<byte[]> decoded(String token) {
        return token.matches("[A-Za-z0-9_-]{43}")
                ? Optional.of(Base64.getUrlDecoder().decode(token))
                : Optional.empty();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** What a mail carries; it is kept nowhere. */
    record Minted(String token, String code) {
        @Override
        public String toString() {
            return "Minted";
        }
    }
}
