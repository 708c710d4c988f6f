package io.claribi.tenancy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An account of the operating system, as {@code /etc/passwd} has it. */
record Account(String name, int uid, int gid) {
    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    static List<Account> all() throws IOException {
        if (!Files.isReadable(ACCOUNTS)) {
            return List.of();
        }
        try (var lines = Files.lines(ACCOUNTS)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length == 7)
                    .map(fields -> new Account(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .toList();
        }
    }

    static Optional<Account> find(String name) throws IOException {
        return all().stream().filter(account -> account.name.equals(name)).findFirst();
    }

    static Optional<Account> find(int uid) throws IOException {
        return all().stream().filter(account -> account.uid == uid).findFirst();
    }
}
