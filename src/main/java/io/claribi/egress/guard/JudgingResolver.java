package io.claribi.egress.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks a name up once for a connection and gives its addresses if all of them are good; the client connects to one of
 * these and asks nobody else. One bad address refuses the name: who answers with a good and a bad one means no good.
 */
final class JudgingResolver implements DnsResolver {
    private static final Logger log = LoggerFactory.getLogger(JudgingResolver.class);

    private final NameService names;
    private final Predicate<InetAddress> judge;

    JudgingResolver(NameService names, Predicate<InetAddress> judge) {
        this.names = names;
        this.judge = judge;
    }

    @Override
    public InetAddress[] resolve(String text) throws UnknownHostException {
        Host host = Host.find(text).orElseThrow(() -> new UnknownHostException(text));
        InetAddress[] addresses = switch (host) {
            case Host.Literal literal -> new InetAddress[] {literal.address()};
            case Host.Name name -> names.lookUp(name.text());
        };
        if (addresses.length == 0) {
            throw new UnknownHostException(text);
        }
        for (InetAddress address : addresses) {
            if (!judge.test(address)) {
                log.warn(
                        "Refused to connect to {}: {} is neither public nor in claribi.egress.allow",
                        text,
                        address.getHostAddress());
                throw new UnknownHostException(text);
            }
        }
        return addresses;
    }

    /** Nobody is asked what another name of it might be. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
