package io.claribi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.Claribi;
import java.util.List;
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
    void allDeclareWhomTheyMayUseAndNoneIsOpen() {
        assertThat(MODULES.stream()
                        .map(module -> module.getBasePackage().getName())
                        .filter(name -> !isClosed(name)))
                .isEmpty();
    }

    private static boolean isClosed(String packageName) {
        try {
            ApplicationModule declared =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            return declared != null
                    && declared.type() == ApplicationModule.Type.CLOSED
                    && !List.of(declared.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
