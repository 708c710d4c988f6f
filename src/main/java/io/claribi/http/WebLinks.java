package io.claribi.http;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Addresses of the web app's pages, for mails. */
@Component
public class WebLinks {
    private final PublicUrl publicUrl;
    private final Environment environment;

    WebLinks(PublicUrl publicUrl, Environment environment) {
        this.publicUrl = publicUrl;
        this.environment = environment;
    }

    /**
     * The address of a page; on this machine, where the server knows no name of its own.
     *
     * @param path begins with a slash; what must not reach any server's log stands in its fragment
     */
    public String to(String path) {
        return publicUrl.base().orElseGet(this::local) + path;
    }

    private String local() {
        String configured = environment.getProperty("server.port", "8080");
        return "http://localhost:" + environment.getProperty("local.server.port", configured);
    }
}
