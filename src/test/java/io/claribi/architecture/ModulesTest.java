package io.claribi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.Claribi;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Claribi.class);

    @Test
    void dependOnlyOnWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void allDeclareWhomTheyMayUse() {
        assertThat(MODULES.stream()
                        .map(module -> module.getBasePackage().toClass().getClass())
                        .toList())
                .isNotEmpty();
        assertThat(MODULES.stream()
                        .filter(module ->
                                !declaresItsDependencies(module.getBasePackage().getName())))
                .isEmpty();
    }

    private static boolean declaresItsDependencies(String packageName) {
        try {
            ApplicationModule declared =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            return declared != null
                    && declared.type() == ApplicationModule.Type.CLOSED
                    && !java.util.List.of(declared.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
