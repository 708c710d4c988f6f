package io.claribi.tenancy.postgres;

import io.claribi.tenancy.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the embedded PostgreSQL's two roles, made at first start and kept in one private file. */
record ClusterPasswords(String owner, String app) {

    static ClusterPasswords read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new ClusterPasswords(get(properties, "owner"), get(properties, "app"));
    }

    private static String get(Properties properties, String name) throws IOException {
        var password = properties.getProperty(name);
        // They stand in CREATE ROLE, which takes no parameters: nothing but our own hexadecimal digits may.
        if (password == null || !password.matches("[0-9a-f]{48}")) {
            throw new IOException("the password of the %s role is damaged".formatted(name));
        }
        return password;
    }

    static ClusterPasswords make(Path file) throws IOException {
        var passwords = new ClusterPasswords(random(), random());
        PrivateFiles.write(file, """
                owner=%s
                app=%s
                """.formatted(passwords.owner, passwords.app));
        return passwords;
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "ClusterPasswords";
    }
}
