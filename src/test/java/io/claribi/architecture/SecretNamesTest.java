package io.claribi.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Design invariant 14: what is named like a secret is a {@code Secret}, or stands here with its reason. */
class SecretNamesTest {
    private static final Pattern NAME = Pattern.compile(
            "(^|.*[a-z])(?i:password|passwords|token|tokens|code|codes|secret|secrets|seed|seeds)([A-Z].*)?");
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, CharSequence.class, char[].class, StringBuilder.class);

    private static final String GIVEN = "the answer is there to give it";
    private static final String ERROR = "the name of an error";
    private static final String BELOW = "of a module below secrets; its record prints nothing of it";

    private static final Map<String, String> REASONS = Map.ofEntries(
            entry("access.web.OwnOrganizationController.AccessView.accessToken", GIVEN),
            entry("identity.AuthView.CodeWantedView.mfaToken", GIVEN),
            entry("identity.web.AuthController.RegisteredView.accessToken", GIVEN),
            entry("identity.AuthView.TokenView.accessToken", GIVEN),
            entry("identity.AuthView.TokenView.refreshToken", GIVEN),
            entry("identity.web.MfaController.SetupView.secret", GIVEN),
            entry("egress.Letter.code", "the letter is there to bring it"),
            entry("egress.Letter.newCode", "the letter is there to bring it"),
            entry("identity.mail.CodeHasher.code", "open for being hashed"),
            entry("identity.mail.MailedProofs.Minted.code", "the letter is there to bring it"),
            entry("identity.mail.MailedProofs.Minted.token", "the letter is there to bring it"),
            entry("identity.mail.MailedProofs.token", "open for being hashed"),
            entry("identity.mail.PendingRegistration.passwordHash", "a hash"),
            entry("identity.BreachedPasswords.password", "open for a look into the list"),
            entry("identity.TokenVerifier.token", "open for being judged"),
            entry("egress.MailSettings.password", BELOW),
            entry("tenancy.DatabaseAccess.Login.password", BELOW),
            entry("tenancy.DatabaseSettings.Role.password", BELOW),
            entry("tenancy.TransactionBoundDataSource.password", "the JDK's signature, which is refused"),
            entry("identity.AccountStore.Credentials.passwordHash", "a hash"),
            entry("identity.AccountStore.passwordHash", "a hash"),
            entry("secrets.Sealed.token", "sealed"),
            entry("secrets.fernet.Fernet.token", "sealed"),
            entry("http.PageArgument.token", "where a page begins"),
            entry("kernel.Page.nextPageToken", "where a page begins"),
            entry("access.web.OwnOrganizationController.AccessView.tokenType", "the word Bearer"),
            entry("identity.web.AuthController.RegisteredView.tokenType", "the word Bearer"),
            entry("identity.AuthView.TokenView.tokenType", "the word Bearer"),
            entry("dashboards.DashboardAnswer.WidgetError.code", ERROR),
            entry("access.web.InvitationController.RefusedView.code", ERROR),
            entry("http.Problem.code", ERROR),
            entry("http.RequestLog.code", ERROR),
            entry("identity.web.PasswordController.PasswordCheckView.ProblemView.code", ERROR),
            entry("jobs.JobFailure.code", ERROR),
            entry("jobs.JobView.ErrorView.code", ERROR),
            entry("warehouse.files.CellFormats.Kind.code", "how a cell is shown"));

    @Test
    void areOfTheTypeThatTellsNothing() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.claribi")) {
            Class<?> reflected = type.reflect();
            for (Field field : reflected.getDeclaredFields()) {
                if (!field.isSynthetic() && TEXTS.contains(field.getType()) && isNamedLikeASecret(field.getName())) {
                    found.add(name(reflected) + "." + field.getName());
                }
            }
            executables(reflected).forEach(executable -> {
                for (Parameter parameter : executable.getParameters()) {
                    if (TEXTS.contains(parameter.getType()) && isNamedLikeASecret(parameter.getName())) {
                        found.add(name(reflected) + "." + parameter.getName());
                    }
                }
            });
        }

        // A reason for what is there no more goes as well.
        assertThat(found).containsExactlyInAnyOrderElementsOf(REASONS.keySet());
    }

    private static Stream<Executable> executables(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(executable -> !executable.isSynthetic());
    }

    private static boolean isNamedLikeASecret(String name) {
        return NAME.matcher(name).matches();
    }

    private static String name(Class<?> type) {
        return type.getName().replaceFirst("io\\.claribi\\.", "").replace('$', '.');
    }
}
