package io.claribi.access.roles;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;

/** {@code permissions.csv}: which role holds which permission, and on what. What can't be read to the letter is refused. */
record PermissionMatrix(Map<BuiltInRole, Grants> byRole) {
    private static final int PERMISSION_COLUMN = 1;
    private static final int COLUMNS = 8;

    static final PermissionMatrix SHIPPED = shipped();

    Grants grants(BuiltInRole role) {
        return Objects.requireNonNull(byRole.get(role));
    }

    static PermissionMatrix read(String csv) {
        List<String[]> rows = csv.lines().map(line -> line.split(",", COLUMNS)).toList();
        List<String> header = Arrays.asList(rows.getFirst());
        var byRole = new EnumMap<BuiltInRole, Grants>(BuiltInRole.class);
        for (BuiltInRole role : BuiltInRole.values()) {
            byRole.put(role, column(rows.subList(1, rows.size()), header.indexOf(role.wireName())));
        }
        return new PermissionMatrix(byRole);
    }

    private static Grants column(List<String[]> rows, int column) {
        var permissions = EnumSet.noneOf(Permission.class);
        var own = EnumSet.noneOf(Permission.class);
        for (String[] row : rows) {
            var permission = Permission.valueOf(row[PERMISSION_COLUMN].toUpperCase(Locale.ROOT));
            switch (row[column]) {
                case "yes" -> permissions.add(permission);
                case "own" -> {
                    permissions.add(permission);
                    own.add(permission);
                }
                case "" -> {}
                default -> throw new IllegalArgumentException("Neither yes, own nor empty: " + row[column]);
            }
        }
        return new Grants(permissions, own);
    }

    private static PermissionMatrix shipped() {
        try {
            return read(new ClassPathResource("permissions.csv").getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
