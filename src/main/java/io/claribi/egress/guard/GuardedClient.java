package io.claribi.egress.guard;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** A client that connects to judged addresses only and does nothing by itself. */
final class GuardedClient {
    /** To one address of several; the request's own time bounds them all. */
    private static final Timeout CONNECT = Timeout.ofSeconds(10);

    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_PER_SERVER = 20;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 16 << 10;

    private GuardedClient() {}

    static CloseableHttpClient make(NameService names, Predicate<InetAddress> judge, SSLContext trust) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new JudgingResolver(names, judge))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(CONNECT)
                                .setSupportedProtocols(TLS.V_1_2, TLS.V_1_3)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .setMaxLineLength(LONGEST_LINE)
                                        .build())
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_PER_SERVER)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        // It would offer TLS on a plain connection by a header that some servers choke on.
                        .setProtocolUpgradeEnabled(false)
                        .setDefaultKeepAlive(30, TimeUnit.SECONDS)
                        .build())
                .evictIdleConnections(TimeValue.ofMinutes(1))
                .setUserAgent("clariBI")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
