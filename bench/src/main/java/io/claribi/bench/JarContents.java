package io.claribi.bench;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** How large the one jar is, and of what. */
final class JarContents implements Measurement {
    private static final int SHOWN = 12;

    @Override
    public void run(Setting setting) throws IOException {
        Path jar = setting.server().resolveSibling("claribi.jar");
        setting.report().title("jar", "target/claribi.jar by what it holds, MB (10^6 bytes)");
        setting.report().figure("size", Files.size(jar) / 1e6, "MB", Budget.atMost(250));
        sizes(jar).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(part -> setting.report().line(part.getKey(), "%6.1f".formatted(part.getValue() / 1e6)));
    }

    private static Map<String, Long> sizes(Path jar) throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> sizes.merge(part(entry), entry.getCompressedSize(), Long::sum));
        }
        return sizes;
    }

    private static String part(ZipEntry entry) {
        String name = entry.getName();
        if (name.startsWith("BOOT-INF/classes/static/")) {
            return "the web app";
        }
        if (!name.startsWith("BOOT-INF/lib/")) {
            return "clariBI and Spring Boot's loader";
        }
        String library = name.substring("BOOT-INF/lib/".length());
        return library.startsWith("spring-") ? "Spring" : library;
    }
}
