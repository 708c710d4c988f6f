package io.claribi.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
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

    @Test
    void haveNoCyclesAmongTheirPackages() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new PackagesOfModules())
                .should()
                .beFreeOfCycles()
                // Identity's face asks for what it mails, and the mails tell of what the face knows.
                .ignoreDependency(resideInAPackage("io.claribi.identity"), resideInAPackage("io.claribi.identity.mail"))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.claribi"));
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

    /** Each package is a slice; the one of a module itself as well. */
    private static final class PackagesOfModules implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
