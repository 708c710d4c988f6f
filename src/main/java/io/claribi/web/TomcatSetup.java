package io.claribi.web;

import io.claribi.http.Problems;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives the container's own refusals, of requests that never become one of ours, the same form as all others, and bounds
 * the connections by the memory that there is.
 */
@Component
class TomcatSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Measured with headers half sent: buffers, the objects of a request, a thread. */
    private static final long CONNECTION_BYTES = 64 * 1024;

    private final Problems problems;

    TomcatSetup(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setMaxConnections(Math.min(protocol.getMaxConnections(), connectionsOfTheHeap()));
            }
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                // Who will be refused anyway need not send the body.
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(problems)));
    }

    /** What waits for the rest of its headers takes memory too, and anybody can open connections. */
    private static int connectionsOfTheHeap() {
        return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 / CONNECTION_BYTES);
    }
}
