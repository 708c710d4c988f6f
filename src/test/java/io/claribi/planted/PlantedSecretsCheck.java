package io.claribi.planted;

import io.claribi.planted.Planted.Kind;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Looks, when the last test is over, for the secrets of all tests in everything that the servers have answered, logged,
 * counted, mailed and stored. JUnit finds it by itself.
 */
public final class PlantedSecretsCheck implements BeforeAllCallback, Store.CloseableResource {
    private static final Queue<Integer> MANAGEMENT_PORTS = new ConcurrentLinkedQueue<>();
    private static final Set<Path> DATA = ConcurrentHashMap.newKeySet();

    /** Includes the mails and the keys of a server. */
    public static void includeData(Path dataDir) {
        DATA.add(dataDir);
    }

    public static void includeMetrics(int managementPort) {
        MANAGEMENT_PORTS.add(managementPort);
    }

    /** Includes what a server has printed that ran in a process of its own. */
    public static void includeLog(String printed) {
        Kept.OF_THE_SUITE.keep("the log of a process", printed);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(PlantedSecretsCheck.class, type -> begin());
    }

    /** Before the first test of the suite. */
    private PlantedSecretsCheck begin() {
        PrintedLines.keepAll();
        return this;
    }

    @Override
    public void close() throws Exception {
        for (Path data : DATA) {
            plantKeys(data.resolve("keys"));
        }
        Set<String> leaks = new TreeSet<>(Kept.OF_THE_SUITE.leaks());
        for (Path data : DATA) {
            leaks.addAll(Traces.inMails(data));
        }
        for (int port : MANAGEMENT_PORTS) {
            leaks.addAll(Traces.inMetrics(port));
        }
        for (DatabaseAccess access : TestDatabase.all()) {
            try (var owner = access.connect(access.owner())) {
                leaks.addAll(Traces.inDatabase(owner));
            }
        }
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    "Of %d secrets that the tests used, some have come out: %s".formatted(Planted.count(), leaks));
        }
    }

    private static void plantKeys(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.key")) {
            for (Path file : files) {
                Planted.plant(Kind.KEY, Files.readString(file).strip());
            }
        }
    }
}
