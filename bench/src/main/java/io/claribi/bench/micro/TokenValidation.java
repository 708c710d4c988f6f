package io.claribi.bench.micro;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.claribi.access.Callers;
import io.claribi.identity.Authenticator;
import io.claribi.kernel.Caller;
import io.claribi.secrets.Secret;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a request pays to be known: token, session and role, against the check of the token's signature alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TokenValidation {
    private Authenticator authenticator;
    private Callers callers;
    private String token;
    private ECDSAVerifier signature;

    @Setup
    public void prepare(InnerServer server) throws Exception {
        authenticator = server.face(Authenticator.class);
        callers = server.face(Callers.class);
        token = server.accessToken();
        String kid = SignedJWT.parse(token).getHeader().getKeyID();
        signature = new ECDSAVerifier(
                JWKSet.parse(authenticator.publicKeys()).getKeyByKeyId(kid).toECKey());
    }

    @Benchmark
    public boolean baseline() throws Exception {
        return SignedJWT.parse(token).verify(signature);
    }

    @Benchmark
    public Caller request() {
        return callers.callerOf(authenticator.authenticate(Secret.of(token)));
    }
}
