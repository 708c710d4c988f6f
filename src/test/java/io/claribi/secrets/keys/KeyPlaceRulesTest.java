package io.claribi.secrets.keys;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import io.claribi.secrets.fernet.FernetKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Keys and configuration keep apart. */
class KeyPlaceRulesTest {
    @TempDir
    private Path folder;

    private final MutablePropertySources configuration = new MutablePropertySources();

    @BeforeEach
    void readSomeConfiguration() throws IOException {
        Files.createDirectories(folder.resolve("etc/config"));
        Files.createDirectories(folder.resolve("etc/secrets/keys"));
        add("Config resource 'file [%s]' via location 'optional:file:./'"
                .formatted(folder.resolve("etc/config/application.yaml")));
        add("Config tree '%s'".formatted(folder.resolve("etc/secrets")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/config", "etc/secrets", "etc/secrets/keys"})
    void refusesAFolderThatConfigurationIsReadFrom(String place) {
        assertRefused(folder.resolve(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "config", "config/keys", "target/classes", "target/classes/keys", "target/../config"})
    void refusesAFolderOfTheApplication(String place) {
        assertRefused(Path.of(place));
    }

    @Test
    void refusesAFolderThatALinkHides() throws IOException {
        assertRefused(Files.createSymbolicLink(folder.resolve("link"), folder.resolve("etc/config")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/config/keys", "etc/keys", "data/keys", "etc/config2"})
    void takesAnyOtherFolder(String place) {
        assertThatCode(() -> rules().checkFolder(folder.resolve(place))).doesNotThrowAnyException();
        assertThatCode(() -> rules().checkFolder(Path.of("data/keys"))).doesNotThrowAnyException();
    }

    @Test
    void refusesAKeyThatStandsInASetting() {
        PlatformKey key = PlatformKey.of("platform-1.key", FernetKey.random());
        configuration.addLast(new MapPropertySource(
                "systemEnvironment",
                Map.of("CLARIBI_SECRETS_KEY", "key: " + key.key().text())));

        assertThatThrownBy(() -> rules().checkKeys(List.of(key)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CLARIBI_SECRETS_KEY")
                .hasMessageNotContaining(key.key().text());
        assertThatCode(() -> rules().checkKeys(List.of(PlatformKey.of("platform-2.key", FernetKey.random()))))
                .doesNotThrowAnyException();
    }

    private void assertRefused(Path place) {
        assertThatThrownBy(() -> rules().checkFolder(place))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("must not lie in the application's configuration");
    }

    private KeyPlaceRules rules() {
        return new KeyPlaceRules(configuration);
    }

    private void add(String name) {
        configuration.addLast(new MapPropertySource(name, Map.of()));
    }
}
