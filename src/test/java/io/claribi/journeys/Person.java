package io.claribi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody before a browser: cookies, storage and downloads that nobody else sees, in as many tabs as they like. */
final class Person {
    /** For a machine that is busy with other things; nobody waits so long who need not. */
    static final double PATIENCE_MILLIS = 20_000;

    private final BrowserContext context;
    private final String address;
    private final Look look;
    private final Complaints complaints;
    private final List<Tab> tabs = new ArrayList<>();
    private boolean left;

    Person(BrowserContext context, String address, Look look) {
        this.context = context;
        this.address = address;
        this.look = look;
        this.complaints = new Complaints(context);
        context.setDefaultTimeout(PATIENCE_MILLIS);
    }

    /** A new tab, empty yet. */
    Tab tab() {
        var tab = new Tab(this, context.newPage(), address, look);
        tabs.add(tab);
        return tab;
    }

    /** Opens a page of clariBI in a new tab. */
    Tab opens(String path) {
        return tab().goTo(path);
    }

    /** Logs in behind the scenes: this browser holds the session's cookie from now on. */
    void hasSession(String email, String password) {
        var answer = context.request()
                .post(
                        address + "/api/v1/auth/login",
                        RequestOptions.create()
                                .setData(Map.of("email", email, "password", password, "refreshTokenIn", "cookie")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Says that an answer of this status to a path that begins so is no defect, and must come. */
    Person expects(int status, String path) {
        complaints.expect(status, path);
        return this;
    }

    void goesOffline() {
        context.setOffline(true);
    }

    void comesBack() {
        context.setOffline(false);
    }

    /** For what has no word here yet: virtual authenticators, clocks, permissions. */
    BrowserContext context() {
        return context;
    }

    /** Keeps what is on the screen of a person whose test failed. */
    void remember(String test) {
        for (int number = 0; number < tabs.size(); number++) {
            tabs.get(number)
                    .screenshot("failed/%s-%s-%d".formatted(test.replaceAll("[^\\w.]+", "-"), look.label(), number));
        }
    }

    boolean hasLeft() {
        return left;
    }

    /** Closes the browser; returns what it complained of. */
    List<String> leave() {
        left = true;
        for (Tab tab : tabs) {
            tab.catchUp();
        }
        List<String> all = complaints.all();
        context.close();
        return all;
    }
}
