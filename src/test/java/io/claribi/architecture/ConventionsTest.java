package io.claribi.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.google.errorprone.annotations.CompileTimeConstant;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationKey;
import io.claribi.tenancy.OrganizationMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.claribi")
class ConventionsTest {

    @ArchTest
    static final ArchRule mocksAreBanned = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mockito..", "org.easymock..", "io.mockk..");

    @ArchTest
    static final ArchRule ourDatabaseIsReachedThroughItsFaceAlone = noClasses()
            .that()
            .resideOutsideOfPackage("io.claribi.tenancy..")
            .and(areProduction())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(NamedParameterJdbcOperations.class);

    /** Else a node would keep what is an organization's when that is gone. */
    @ArchTest
    static final ArchRule cachesOfOrganizationsAreToldToForget = classes()
            .that(dependOn(OrganizationKey.class))
            .and(dependOn(Cache.class))
            .and(areProduction())
            .should()
            .implement(OrganizationMemory.class)
            .andShould()
            .beAnnotatedWith(Component.class);

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllersLiveInTheWebPackageOfTheirModule = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .and(areProduction())
            .should()
            .resideInAnyPackage("io.claribi..web..", "io.claribi.http..");

    @ArchTest
    static final ArchRule nothingImportsTheWebModule = noClasses()
            .that()
            .resideOutsideOfPackage("io.claribi.web..")
            .and(areProduction())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.claribi.web..");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule timeIsTakenFromAClock = noClasses()
            .that(areProduction())
            .and()
            .resideOutsideOfPackages("io.claribi.jobs..", "io.claribi.tenancy.postgres..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    /** Design invariant 12; what drivers connect to is theirs to say, where their types are at home. */
    @ArchTest
    static final ArchRule nobodyButEgressAsksOtherServers = noClasses()
            .that(areProduction())
            .and()
            // PostgreSQL's programs are read out of the jar.
            .resideOutsideOfPackages("io.claribi.egress..", "io.claribi.tenancy.postgres..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.springframework.web.client.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.net.URLConnection.class)
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection");

    /** Types of these stay inside the modules that were chosen to know them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    org.duckdb                     | io.claribi.warehouse..
                    org.apache.calcite             | io.claribi.query..
                    org.dhatim                     | io.claribi.warehouse.. io.claribi.query..
                    com.github.kagkarlsson         | io.claribi.jobs..
                    com.nimbusds                   | io.claribi.identity..
                    com.webauthn4j                 | io.claribi.identity..
                    org.bouncycastle               | io.claribi.identity..
                    org.springframework.security   | io.claribi.identity.. io.claribi.access.. io.claribi.web.. io.claribi.http..
                    org.apache.tomcat              | io.claribi.connectors.web.. io.claribi.http.. io.claribi.web..
                    org.apache.catalina            | io.claribi.http.. io.claribi.web..
                    io.nayuki                      | io.claribi.identity..
                    com.zaxxer                     | io.claribi.tenancy..
                    org.flywaydb                   | io.claribi.tenancy..
                    org.postgresql                 | io.claribi.tenancy.. io.claribi.identity..
                    io.zonky                       | io.claribi.tenancy..
                    com.github.benmanes            | io.claribi.tenancy.. io.claribi.query.. io.claribi.dashboards.. io.claribi.identity.. io.claribi.warehouse..
                    com.fasterxml.uuid             | io.claribi.kernel..
                    jakarta.mail                   | io.claribi.egress..
                    org.eclipse.angus              | io.claribi.egress..
                    com.samskivert                 | io.claribi.egress..
                    com.stripe                     | io.claribi.plans.stripe..
                    org.apache.hc                  | io.claribi.egress..
                    org.springdoc                  | io.claribi.web.. io.claribi.http..
                    """)
    void typesOfThirdPartiesStayInTheirModule(String library, String homes) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(homes.split(" "))
                .and(areProduction())
                .should()
                .dependOnClassesThat(resideInAnyPackage(library + ".."));

        rule.check(Classes.PRODUCTION);
    }

    @Test
    void sqlIsAConstantOfTheCompiler() {
        // Error Prone refuses anything else for a parameter so marked; this guards the mark, which only the class file
        // holds.
        var mark = CompileTimeConstant.class;
        assertThat(Classes.PRODUCTION.get(Database.class).getMethods().stream()
                        .flatMap(method -> method.getParameters().stream())
                        .filter(parameter -> parameter.getRawType().isEquivalentTo(String.class)))
                .isNotEmpty()
                .allMatch(parameter -> parameter.isAnnotatedWith(mark));
    }

    private static DescribedPredicate<JavaClass> dependOn(Class<?> other) {
        return describe(
                "depend on " + other.getSimpleName(),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(other)));
    }

    private static DescribedPredicate<JavaClass> areProduction() {
        return describe(
                "are not tests",
                type -> type.getSource()
                        .map(source -> new ImportOption.DoNotIncludeTests()
                                .includes(com.tngtech.archunit.core.importer.Location.of(source.getUri())))
                        .orElse(true));
    }

    /** Read once for all rules that are checked by hand. */
    private static final class Classes {
        static final com.tngtech.archunit.core.domain.JavaClasses PRODUCTION =
                new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.claribi");
    }
}
