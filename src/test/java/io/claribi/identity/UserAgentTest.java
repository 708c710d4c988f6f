package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chrome 141          | Windows  | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36
            Edge 141            | Windows  | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0
            Opera 120           | macOS    | DESKTOP | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/135.0.0.0 Safari/537.36 OPR/120.0.0.0
            Safari 18           | macOS    | DESKTOP | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15
            Firefox 131         | Linux    | DESKTOP | Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0
            Chrome 131          | ChromeOS | DESKTOP | Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36
            Chrome 141          | Linux    | DESKTOP | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36
            Safari 18           | iOS      | PHONE   | Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1
            Chrome 130          | iOS      | PHONE   | Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0.6723.90 Mobile/15E148 Safari/604.1
            Firefox 132         | iPadOS   | TABLET  | Mozilla/5.0 (iPad; CPU OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/132.0 Mobile/15E148 Safari/605.1.15
            Chrome 141          | Android  | PHONE   | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36
            Samsung Internet 27 | Android  | TABLET  | Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Safari/537.36
                                | Windows  | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko
                                |          | UNKNOWN | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
            curl 8              |          | PROGRAM | curl/8.5.0
            python-requests 2   |          | PROGRAM | python-requests/2.31.0
            Java-http-client 25 |          | PROGRAM | Java-http-client/25.0.1
            Go-http-client 1    |          | PROGRAM | Go-http-client/1.1
            okhttp              |          | PROGRAM | okhttp
                                |          | PROGRAM | <script>alert(1)</script>
            """)
    void reads(@Nullable String browser, @Nullable String system, UserAgent.Kind kind, String text) {
        assertThat(UserAgent.of(text)).isEqualTo(new UserAgent(browser, system, kind));
    }

    @Test
    void knowsNothingOfWhoSaysNothing() {
        assertThat(UserAgent.of(null))
                .isEqualTo(UserAgent.of("  "))
                .isEqualTo(new UserAgent(null, null, UserAgent.Kind.UNKNOWN));
    }

    @Property
    void showsNoMoreThanAFewPlainCharactersOfWhatAClientSays(@ForAll String text) {
        UserAgent agent = UserAgent.of(text);

        if (agent.browser() != null) {
            assertThat(agent.browser()).matches("[\\w.+ -]{1,46}");
        }
    }
}
