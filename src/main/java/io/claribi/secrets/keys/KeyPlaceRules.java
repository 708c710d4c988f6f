package io.claribi.secrets.keys;

import io.claribi.kernel.StartRefused;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySources;

/**
 * Keys come from a secrets manager, never from the application's configuration: that is copied, committed, printed and
 * shown to whoever debugs. So they must not lie where configuration is read from, nor stand in it.
 */
public final class KeyPlaceRules {
    /** As Spring Boot names what it has read. */
    private static final Pattern FILE = Pattern.compile("Config resource 'file \\[(.+?)]'.*");

    private static final Pattern TREE = Pattern.compile("Config tree '(.+)'");

    private final PropertySources configuration;

    public KeyPlaceRules(PropertySources configuration) {
        this.configuration = configuration;
    }

    /**
     * @throws StartRefused if the folder belongs to the application's configuration
     */
    public void checkFolder(Path folder) {
        Path place = real(folder);
        Stream<Path> within = Stream.of(trees(), classpath(), Stream.of(real(Path.of("config"))))
                .flatMap(paths -> paths);
        Optional<Path> owner = within.filter(place::startsWith)
                .findFirst()
                .or(() -> files().filter(place::equals).findFirst());
        if (owner.isPresent() || place.equals(real(Path.of("")))) {
            throw new StartRefused(
                    "The platform keys must not lie in the application's configuration (%s).".formatted(folder),
                    "Keep them in a folder of their own by claribi.secrets.key-dir; without it they are in the data"
                            + " directory.");
        }
    }

    /**
     * @throws StartRefused if one of the keys stands in a setting
     */
    public void checkKeys(Collection<PlatformKey> keys) {
        for (PropertySource<?> source : configuration) {
            if (source instanceof EnumerablePropertySource<?> settings) {
                for (String name : settings.getPropertyNames()) {
                    String value = String.valueOf(settings.getProperty(name));
                    if (keys.stream().anyMatch(key -> value.contains(key.key().text()))) {
                        throw new StartRefused(
                                "The setting %s holds a platform key.".formatted(name),
                                "Take it out of the application's configuration; if others could see it there, rotate: "
                                        + "keys rotate.");
                    }
                }
            }
        }
    }

    private Stream<Path> files() {
        return matches(FILE).map(file -> real(file).getParent());
    }

    private Stream<Path> trees() {
        return matches(TREE).map(KeyPlaceRules::real);
    }

    private Stream<Path> matches(Pattern pattern) {
        return configuration.stream()
                .map(source -> pattern.matcher(source.getName()))
                .filter(Matcher::matches)
                .map(match -> Path.of(match.group(1)));
    }

    private static Stream<Path> classpath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(KeyPlaceRules::real);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
