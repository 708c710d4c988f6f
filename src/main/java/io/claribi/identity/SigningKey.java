package io.claribi.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.UUID;

/**
 * A key pair that all nodes sign access tokens with.
 *
 * @param signsFrom when it begins, which is after it was published
 * @param retiresAt when it ends at the latest; a newer one usually takes over before
 */
record SigningKey(ECKey pair, Instant signsFrom, Instant retiresAt) {

    static SigningKey generate(Instant signsFrom, Instant retiresAt) {
        try {
            var pair = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new SigningKey(pair, signsFrom, retiresAt);
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every Java platform", e);
        }
    }

    String id() {
        return pair.getKeyID();
    }

    boolean signsAt(Instant moment) {
        return !moment.isBefore(signsFrom) && moment.isBefore(retiresAt);
    }

    /** Without its key. */
    @Override
    public String toString() {
        return id();
    }
}
