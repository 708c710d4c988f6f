package io.claribi.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.UUID;

/** A key pair that one node signs access tokens with. The private half never leaves the node's memory. */
record SigningKey(ECKey pair, Instant retiresAt) {

    static SigningKey generate(Instant retiresAt) {
        try {
            return new SigningKey(
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .generate(),
                    retiresAt);
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every Java platform", e);
        }
    }

    /** Without its key. */
    @Override
    public String toString() {
        return pair.getKeyID();
    }
}
