package io.claribi.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One Chromium for all journeys, started by the first; fresh people for each test. */
class BrowserExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Engine engine =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent(Engine.class, key -> new Engine(), Engine.class);
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        var visitors = new Visitors(engine.browser, Integer.parseInt(port));
        context.getStore(NAMESPACE).put(Visitors.class, visitors);
        return visitors;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitors visitors = context.getStore(NAMESPACE).remove(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        boolean failed = context.getExecutionException().isPresent();
        visitors.leave(context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName(), failed);
    }

    private static final class Engine implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;

        Engine() {
            PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE_MILLIS);
            var executable = Chromium.ofThisMachine().executable();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setHeadless(true)
                            .setChromiumSandbox(false)
                            .setArgs(List.of(
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
