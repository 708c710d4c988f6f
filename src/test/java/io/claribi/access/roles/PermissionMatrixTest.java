package io.claribi.access.roles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.Permission;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class PermissionMatrixTest {

    @ParameterizedTest
    @CsvSource({"OWNER,35", "ADMINISTRATOR,29", "ANALYST,14", "MEMBER,8", "VIEWER,6"})
    void givesEachRoleItsNumberOfPermissions(BuiltInRole role, int count) {
        assertThat(role.grants().permissions()).hasSize(count);
    }

    @Test
    void knowsThirtyFivePermissionsInTenCategories() {
        assertThat(Permission.values()).hasSize(35);
        assertThat(Permission.Category.values()).hasSize(10);
    }

    @Test
    void nestsTheRoles() {
        BuiltInRole[] roles = BuiltInRole.values();

        for (int index = 1; index < roles.length; index++) {
            assertThat(roles[index - 1].grants().include(roles[index].grants())).isTrue();
        }
    }

    @Test
    void limitsTheAnalystToOwnDashboardsAndReports() {
        assertThat(BuiltInRole.ANALYST.grants().ownPermissions())
                .containsExactlyInAnyOrder(Permission.EDIT_REPORT, Permission.EDIT_DASHBOARD);
        assertThat(Arrays.stream(BuiltInRole.values())
                        .filter(role -> role != BuiltInRole.ANALYST)
                        .flatMap(role -> role.grants().ownPermissions().stream()))
                .isEmpty();
    }

    @Test
    void limitsOnlyWhatCanBeLimited() {
        assertThat(Arrays.stream(BuiltInRole.values()).flatMap(role -> role.grants().ownPermissions().stream()))
                .allMatch(Permission::isLimitable);
    }

    @Test
    void leavesSixToTheOwnerAlone() {
        assertThat(Arrays.stream(Permission.values()).filter(BuiltInRole::isOwnerOnly))
                .hasSize(6);
    }

    @Test
    void namesThePermissionsAsTheMatrixDoes() throws IOException {
        String[] rows = new ClassPathResource("permissions.csv")
                .getContentAsString(UTF_8)
                .lines()
                .skip(1)
                .toArray(String[]::new);

        assertThat(Arrays.stream(Permission.values())
                        .map(permission -> "%s,%s,%s"
                                .formatted(permission.category().text(), permission.wireName(), permission.text())))
                .containsExactly(Arrays.stream(rows)
                        .map(row -> row.split(",", 8))
                        .map(row -> "%s,%s,%s".formatted(row[0], row[1], row[7]))
                        .toArray(String[]::new));
    }
}
