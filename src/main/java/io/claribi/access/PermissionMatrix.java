package io.claribi.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.kernel.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** {@code permissions.csv}: which role holds which permission, and on what. What can't be read to the letter is refused. */
record PermissionMatrix(Map<BuiltInRole, Map<Permission, Reach>> byRole) {
    private static final int PERMISSION_COLUMN = 1;
    private static final int COLUMNS = 8;

    static final PermissionMatrix SHIPPED = shipped();

    Map<Permission, Reach> grants(BuiltInRole role) {
        return byRole.getOrDefault(role, Map.of());
    }

    static PermissionMatrix read(String csv) {
        List<String[]> rows = csv.lines().map(line -> line.split(",", COLUMNS)).toList();
        List<String> header = Arrays.asList(rows.getFirst());
        var byRole = new EnumMap<BuiltInRole, Map<Permission, Reach>>(BuiltInRole.class);
        for (BuiltInRole role : BuiltInRole.values()) {
            int column = header.indexOf(role.wireName());
            var grants = new EnumMap<Permission, Reach>(Permission.class);
            for (String[] row : rows.subList(1, rows.size())) {
                var permission = Permission.valueOf(row[PERMISSION_COLUMN].toUpperCase(Locale.ROOT));
                switch (row[column]) {
                    case "yes" -> grants.put(permission, Reach.ALL);
                    case "own" -> grants.put(permission, Reach.OWN);
                    case "" -> {}
                    default -> throw new IllegalArgumentException("Neither yes, own nor empty: " + row[column]);
                }
            }
            byRole.put(role, grants);
        }
        return new PermissionMatrix(byRole);
    }

    private static PermissionMatrix shipped() {
        try {
            return read(new ClassPathResource("permissions.csv").getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On what a permission may be used. */
    enum Reach {
        ALL,
        OWN
    }
}
