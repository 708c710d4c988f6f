package io.claribi.access.roles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/permissions.md} says what the matrix does; {@code -Dpermissions.write} writes it anew. */
class PermissionsPageTest {
    private static final Path PAGE = Path.of("docs", "permissions.md");

    @Test
    void tellsTheMatrixAsItIs() throws IOException {
        if (System.getProperty("permissions.write") != null) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(page());
    }

    private static String page() {
        var page = new StringBuilder("""
                # Permissions

                What somebody may do in an organization is decided by their role there: one of five that every organization \
                has, or one that the organization made of these permissions itself. **own**: only on what one created \
                oneself. What is marked with * can be limited to \
                that in a role of one's own, which can hold all but the six that the Owner alone has.

                `PermissionsPageTest` writes this page from the matrix in `src/main/resources/permissions.csv`, and holds it to it.

                """);
        page.append(row("permission", "owner", "administrator", "analyst", "member", "viewer", "in own roles"));
        page.append(row("---", "---", "---", "---", "---", "---", "---"));
        page.append(row(
                "**in all**",
                Arrays.stream(BuiltInRole.values())
                        .map(role -> String.valueOf(role.grants().permissions().size()))
                        .collect(Collectors.joining(" | ")),
                String.valueOf(Arrays.stream(Permission.values())
                        .filter(permission -> !BuiltInRole.isOwnerOnly(permission))
                        .count())));
        for (Permission.Category category : Permission.Category.values()) {
            page.append("\n## ").append(category.text()).append("\n\n");
            page.append(row("permission", "allows to", "owner", "administrator", "analyst", "member", "viewer"));
            page.append(row("---", "---", "---", "---", "---", "---", "---"));
            Arrays.stream(Permission.values())
                    .filter(permission -> permission.category() == category)
                    .forEach(permission -> page.append(row(
                            "`%s`%s".formatted(permission.wireName(), permission.isLimitable() ? " *" : ""),
                            permission.text(),
                            Arrays.stream(BuiltInRole.values())
                                    .map(role -> reach(role, permission))
                                    .collect(Collectors.joining(" | ")))));
        }
        return page.toString();
    }

    private static String reach(BuiltInRole role, Permission permission) {
        if (!role.grants().include(permission)) {
            return "";
        }
        return role.grants().includeOnEverything(permission) ? "yes" : "own";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
