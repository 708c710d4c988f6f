package io.claribi.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Design invariant 14: what is named like a secret is a {@code Secret}, or stands here with its reason. */
class SecretNamesTest {
    private static final Pattern NAME =
            Pattern.compile("(^|.*[a-z])(?i:password|passwords|token|tokens|code|codes|secret|secrets|seed|seeds)([A-Z].*)?");
    private static final Set<Class<?>> TEXTS = Set.of(String.class, CharSequence.class, char[].class, StringBuilder.class);

    private static final Map<String, String> REASONS = Map.ofEntries(entry("", ""));

    @Test
    void areOfTheTypeThatTellsNothing() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.claribi")) {
            Class<?> reflected = type.reflect();
            for (Field field : reflected.getDeclaredFields()) {
                if (!field.isSynthetic() && TEXTS.contains(field.getType()) && isNamedLikeASecret(field.getName())) {
                    found.add(name(reflected) + "." + field.getName());
                }
            }
            executables(reflected).forEach(executable -> {
                for (Parameter parameter : executable.getParameters()) {
                    if (TEXTS.contains(parameter.getType()) && isNamedLikeASecret(parameter.getName())) {
                        found.add(name(reflected) + "." + parameter.getName());
                    }
                }
            });
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(REASONS.keySet());
    }

    private static Stream<Executable> executables(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(executable -> !executable.isSynthetic());
    }

    private static boolean isNamedLikeASecret(String name) {
        return NAME.matcher(name).matches();
    }

    private static String name(Class<?> type) {
        return type.getName().replaceFirst("io\\.claribi\\.", "").replace('$', '.');
    }
}
