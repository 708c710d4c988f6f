package io.claribi.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client runs on, as its {@code User-Agent} (RFC 9110 §10.1.5) has it: for a person to recognize, not to decide by.
 * Browsers have frozen the form of these texts, so a few words tell; all else is shown by its first product's name. Reading
 * one takes time linear in its length, whoever wrote it.
 *
 * @param browser name and major version, such as {@code Firefox 131}
 * @param system without version, which browsers no longer tell truly
 */
public record UserAgent(@Nullable String browser, @Nullable String system, Kind kind) {
    private static final UserAgent UNKNOWN = new UserAgent(null, null, Kind.UNKNOWN);
    private static final int MOST_CHARACTERS = 400;

    /** More particular ones first: every browser also claims to be the ones that sites once asked for. */
    private static final List<Word> BROWSERS = List.of(
            new Word("EdgiOS/", "Edge"),
            new Word("EdgA/", "Edge"),
            new Word("Edg/", "Edge"),
            new Word("OPR/", "Opera"),
            new Word("OPT/", "Opera"),
            new Word("SamsungBrowser/", "Samsung Internet"),
            new Word("Vivaldi/", "Vivaldi"),
            new Word("YaBrowser/", "Yandex Browser"),
            new Word("DuckDuckGo/", "DuckDuckGo"),
            new Word("FxiOS/", "Firefox"),
            new Word("Firefox/", "Firefox"),
            new Word("CriOS/", "Chrome"),
            new Word("HeadlessChrome/", "Chrome"),
            new Word("Chrome/", "Chrome"));

    private static final List<Word> SYSTEMS = List.of(
            new Word("iPhone", "iOS"),
            new Word("iPad", "iPadOS"),
            new Word("Windows", "Windows"),
            new Word("Android", "Android"),
            new Word("CrOS", "ChromeOS"),
            new Word("Macintosh", "macOS"),
            new Word("FreeBSD", "FreeBSD"),
            new Word("Linux", "Linux"));

    private static final Pattern VERSION = Pattern.compile("\\d{1,5}");
    private static final Pattern PRODUCT =
            Pattern.compile("([A-Za-z][\\w.+-]{0,39})(?:/(\\d{1,5}))?.*", Pattern.DOTALL);

    public static UserAgent of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UNKNOWN;
        }
        String text = userAgent.length() > MOST_CHARACTERS ? userAgent.substring(0, MOST_CHARACTERS) : userAgent;
        String system = SYSTEMS.stream()
                .filter(word -> text.contains(word.mark()))
                .map(Word::name)
                .findFirst()
                .orElse(null);
        return text.startsWith("Mozilla/")
                ? new UserAgent(browser(text).orElse(null), system, kind(text, system))
                : new UserAgent(program(text), system, Kind.PROGRAM);
    }

    private static Optional<String> browser(String text) {
        return BROWSERS.stream()
                .filter(word -> text.contains(word.mark()))
                .map(word -> named(word.name(), text, word.mark()))
                .findFirst()
                // Safari alone gives its version elsewhere.
                .or(() -> text.contains("Safari/") ? Optional.of(named("Safari", text, "Version/")) : Optional.empty());
    }

    private static String named(String name, String text, String mark) {
        int start = text.indexOf(mark);
        Matcher version = VERSION.matcher(text);
        return start >= 0
                        && version.region(start + mark.length(), text.length()).lookingAt()
                ? name + " " + version.group()
                : name;
    }

    private static Kind kind(String text, @Nullable String system) {
        if (system == null) {
            return Kind.UNKNOWN;
        }
        return switch (system) {
            case "iOS" -> Kind.PHONE;
            case "iPadOS" -> Kind.TABLET;
            // What Google tells apart phones and tablets by.
            case "Android" -> text.contains("Mobile") ? Kind.PHONE : Kind.TABLET;
            default -> Kind.DESKTOP;
        };
    }

    private static @Nullable String program(String text) {
        Matcher product = PRODUCT.matcher(text);
        if (!product.matches()) {
            return null;
        }
        String version = product.group(2);
        return version == null ? product.group(1) : product.group(1) + " " + version;
    }

    /** How people would call it. */
    public enum Kind {
        DESKTOP,
        PHONE,
        TABLET,
        /** Not a browser: a script, a tool, an app. */
        PROGRAM,
        UNKNOWN;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Word(String mark, String name) {}
}
