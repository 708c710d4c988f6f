package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.secrets.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short12               |                     |           | PASSWORD_TOO_SHORT
            password              |                     |           | PASSWORD_BREACHED
            12345678              |                     |           | PASSWORD_BREACHED
            PaSsWoRd              |                     |           | PASSWORD_BREACHED
            qwertyuiop            |                     |           | PASSWORD_BREACHED
            washington            |                     |           | PASSWORD_BREACHED
            ｐａｓｓｗｏｒｄ              |                     |           | PASSWORD_BREACHED
            password of mine      |                     |           |
            correct horse battery | ann@example.org     | Acme      |
            MY-longname-0         | longname@x.example  |           | PASSWORD_HOLDS_EMAIL
            my ann.lee pass       | Ann.Lee@x.example   |           | PASSWORD_HOLDS_EMAIL
            my annlee pass        | Ann.Lee@x.example   |           | PASSWORD_HOLDS_EMAIL
            alphabetical soup     | al@x.example        |           |
            I love ClariBI 7      |                     |           | PASSWORD_HOLDS_NAME
            xx-acme-inc-77        |                     | Acme, Inc | PASSWORD_HOLDS_NAME
            all of ibm is good    |                     | IBM       |
            acme ann 99           | ann@example.org     | acme      | PASSWORD_HOLDS_EMAIL PASSWORD_HOLDS_NAME
            claribi               |                     |           | PASSWORD_TOO_SHORT PASSWORD_HOLDS_NAME
            """)
    void refuses(String password, @Nullable String email, @Nullable String organization, @Nullable String codes) {
        List<String> expected = codes == null ? List.of() : Arrays.asList(codes.split(" "));

        assertThat(problems(password, email, organization))
                .extracting(problem -> problem.code().name())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void countsCharactersRatherThanBytesOrHalvesOfThem() {
        assertThat(problems("🔑".repeat(7), null, null))
                .extracting(PasswordProblem::code)
                .containsExactly(IdentityError.PASSWORD_TOO_SHORT);
        assertThat(problems("🔑".repeat(8), null, null)).isEmpty();
        assertThat(problems("é".repeat(128), null, null)).isEmpty();
        assertThat(problems("é".repeat(129), null, null))
                .extracting(PasswordProblem::code)
                .containsExactly(IdentityError.PASSWORD_TOO_LONG);
    }

    @Property
    void ruleOutNoKindOfCharacter(@ForAll @StringLength(min = 30, max = 60) String text) {
        assertThat(problems("\u2603 2 lines\n\t" + text, null, null)).isEmpty();
    }

    @Test
    void knowAHundredThousandBreachedPasswords() {
        assertThat(BreachedPasswords.lines("passwords").distinct().count()).isGreaterThanOrEqualTo(100_000);
        assertThat(BreachedPasswords.lines("passwords").filter(password -> password.length() >= 8))
                .allMatch(BreachedPasswords.shipped()::contains);
    }

    private static List<PasswordProblem> problems(
            String password, @Nullable String email, @Nullable String organization) {
        return PasswordRules.problems(
                Secret.of(password),
                PasswordOwner.typed(Optional.ofNullable(email), Optional.ofNullable(organization)));
    }
}
