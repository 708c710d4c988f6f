package io.claribi.kernel;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For whom the work on this thread is done and where it came from. Bound where work enters (a request's filter, a job's
 * runner); what is written about the work, such as the audit trail, reads it.
 */
public final class WorkContext {
    /** The name by which log lines carry the trace id. */
    public static final String TRACE_ID = "traceId";

    private static final ScopedValue<WorkContext> CURRENT = ScopedValue.newInstance();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final WorkContext NOBODY = new WorkContext(null, null, null, null, null, true, false);

    private final @Nullable Caller caller;
    private final @Nullable AccountId actor;
    private final @Nullable String traceId;
    private final @Nullable String ip;
    private final @Nullable String userAgent;
    private final boolean attended;
    private final boolean job;

    private WorkContext(
            @Nullable Caller caller,
            @Nullable AccountId actor,
            @Nullable String traceId,
            @Nullable String ip,
            @Nullable String userAgent,
            boolean attended,
            boolean job) {
        this.caller = caller;
        this.actor = actor;
        this.traceId = traceId;
        this.ip = ip;
        this.userAgent = userAgent;
        this.attended = attended;
        this.job = job;
    }

    /**
     * A request as it arrives: who makes it is not known yet.
     *
     * @param address as the socket or a trusted proxy tells it; what is no address is none
     */
    public static WorkContext ofRequest(String traceId, String address, @Nullable String userAgent) {
        String ip = IpAddress.read(address).map(IpAddress::value).orElse(null);
        return new WorkContext(null, null, traceId, ip, userAgent, true, false);
    }

    /** Background work, done for an account. */
    public static WorkContext ofJob(String traceId, AccountId actor) {
        return new WorkContext(null, actor, traceId, null, null, false, true);
    }

    /** 32 random hexadecimal digits. */
    public static String newTraceId() {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** The work of this moment; one that knows nothing where none is bound. */
    public static WorkContext current() {
        return CURRENT.orElse(NOBODY);
    }

    public WorkContext with(Caller caller) {
        return new WorkContext(caller, caller.account(), traceId, ip, userAgent, attended, job);
    }

    /** The same work, which no person's doing is the reason for. */
    public WorkContext unattended() {
        return new WorkContext(caller, actor, traceId, ip, userAgent, false, job);
    }

    /** Does the work in this context. */
    public <R extends @Nullable Object, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work)
            throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** For whom: the caller's account, or the one that a job works for. */
    public Optional<AccountId> actor() {
        return Optional.ofNullable(actor);
    }

    /** 32 hexadecimal digits (W3C Trace Context §3.2.2.3). */
    public Optional<String> traceId() {
        return Optional.ofNullable(traceId);
    }

    /** The address that the request came from, in the form of {@link IpAddress}; empty if a proxy tells nonsense. */
    public Optional<String> ip() {
        return Optional.ofNullable(ip);
    }

    /** What the client calls itself, cut to 400 characters. */
    public Optional<String> userAgent() {
        return Optional.ofNullable(userAgent).map(name -> name.length() > 400 ? name.substring(0, 400) : name);
    }

    /** Whether a person's doing is the reason for the work, rather than a page that keeps itself up to date, or a job. */
    public boolean isAttended() {
        return attended;
    }

    public boolean isJob() {
        return job;
    }
}
