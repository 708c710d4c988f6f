package io.claribi.bench.micro;

import io.claribi.access.Callers;
import io.claribi.http.Permissions;
import io.claribi.identity.Authenticator;
import io.claribi.identity.Session;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
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

/** What a request pays to be judged: whose role, what it holds, and whether on this; against finding out who it is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PermissionCheck {
    private final AccountId somebodyElse = AccountId.next();
    private Authenticator authenticator;
    private Callers callers;
    private Secret token;
    private Session session;

    @Setup
    public void prepare(InnerServer server) {
        authenticator = server.face(Authenticator.class);
        callers = server.face(Callers.class);
        token = Secret.of(server.accessToken());
        session = authenticator.authenticate(token);
    }

    @Benchmark
    public Session baseline() {
        return authenticator.authenticate(token);
    }

    @Benchmark
    public Caller request() {
        Caller caller = callers.callerOf(session);
        Permissions.check(caller, Permission.EDIT_DASHBOARD);
        Permissions.check(caller, Permission.EDIT_DASHBOARD, somebodyElse);
        return caller;
    }
}
