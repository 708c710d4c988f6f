package io.claribi.egress;

/**
 * The one way by which the server asks others by HTTP. Only the public internet can be reached, and what operators allow
 * by {@code claribi.egress.allow}: every address that a name resolves to is judged, and the judged address is the one
 * connected to. Plain http reaches only what operators allow.
 *
 * <p>Nothing is done that was not asked for: a redirect is an answer like others (whoever follows it sends a new request,
 * which is judged anew and carries the headers that they give it), and cookies, proxies, compression and repetition are
 * off.
 */
public interface Outbound {

    /**
     * Sends a request and reads its answer, whatever its status.
     *
     * @throws OutboundFailure if there is no whole answer; the request may have been received all the same
     */
    OutboundResponse send(OutboundRequest request) throws OutboundFailure;
}
