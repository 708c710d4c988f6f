package io.claribi.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one browser has to complain of: errors of scripts, the console's errors and warnings (breaches of the content
 * security policy stand there), answers of 400 and above that nobody expected, requests without an answer.
 */
final class Complaints {
    private final List<String> heard = new ArrayList<>();
    private final List<Response> refusals = new ArrayList<>();
    private final Set<Request> finished = new HashSet<>();
    private final List<Expected> expected = new ArrayList<>();

    Complaints(BrowserContext context) {
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> heard.add("script: " + error.error()));
        context.onResponse(this::hear);
        context.onRequestFinished(finished::add);
        context.onRequestFailed(this::hear);
    }

    /** From now on answers of this status, to a path that begins so, are what the person came for. */
    void expect(int status, String path) {
        expected.add(new Expected(status, path));
    }

    /** Everything to complain of, an expectation that did not come true included; to be asked while the browser is open. */
    List<String> all() {
        var all = new ArrayList<>(heard);
        for (Response refusal : refusals) {
            if (!isFirstQuestion(refusal)) {
                all.add(words(refusal));
            }
        }
        expected.stream()
                .filter(each -> !each.came)
                .forEach(each -> all.add("never came: %d of %s".formatted(each.status, each.path)));
        return all;
    }

    private void hear(ConsoleMessage message) {
        boolean loud = message.type().equals("error") || message.type().equals("warning");
        // Chromium tells of refused requests here as well; they are judged where they are answered.
        if (loud && !message.text().startsWith("Failed to load resource")) {
            heard.add("console: %s (%s)".formatted(message.text(), message.location()));
        }
    }

    private void hear(Request failed) {
        // Left pages and outdated questions are called back; that is no failure.
        if (!"net::ERR_ABORTED".equals(failed.failure())) {
            heard.add("no answer: %s %s %s".formatted(failed.method(), failed.url(), failed.failure()));
        }
    }

    private void hear(Response response) {
        if (response.status() < 400) {
            return;
        }
        boolean wanted = false;
        for (Expected each : expected) {
            if (each.status == response.status() && pathOf(response).startsWith(each.path)) {
                each.came = true;
                wanted = true;
            }
        }
        if (!wanted) {
            refusals.add(response);
        }
    }

    /** A page that has just been opened can't know whether there is a session: it asks, without a cookie, and learns. */
    private static boolean isFirstQuestion(Response response) {
        return response.status() == 401
                && pathOf(response).equals("/api/v1/auth/refresh")
                && !response.request().allHeaders().getOrDefault("cookie", "").contains("refresh=");
    }

    private String words(Response response) {
        return "%d: %s %s %s"
                .formatted(response.status(), response.request().method(), pathOf(response), bodyOf(response));
    }

    private String bodyOf(Response response) {
        try {
            // The rest of an answer that no script has read may never come.
            return finished.contains(response.request()) ? response.text() : "";
        } catch (PlaywrightException e) {
            // The browser forgets the answers to a page that has been left.
            return "";
        }
    }

    private static String pathOf(Response response) {
        return URI.create(response.url()).getPath();
    }

    private static final class Expected {
        private final int status;
        private final String path;
        private boolean came;

        Expected(int status, String path) {
            this.status = status;
            this.path = path;
        }
    }
}
