package io.claribi.identity;

import static io.claribi.identity.IdentityError.PASSWORD_BREACHED;
import static io.claribi.identity.IdentityError.PASSWORD_HOLDS_EMAIL;
import static io.claribi.identity.IdentityError.PASSWORD_HOLDS_NAME;
import static io.claribi.identity.IdentityError.PASSWORD_TOO_LONG;
import static io.claribi.identity.IdentityError.PASSWORD_TOO_SHORT;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules for new passwords (NIST SP 800-63B-4 §3.1.1.2): length, not among those that are tried first, and not built
 * on a name that everybody knows. Any characters, in any mixture, for as long as one likes.
 */
public final class PasswordRules {
    static final int FEWEST_CHARACTERS = 8;
    static final int MOST_CHARACTERS = 128;

    private static final String PRODUCT = "claribi";
    /** A shorter one, such as "al", stands in every other password. */
    private static final int SHORTEST_LOCAL_PART = 3;

    private static final int SHORTEST_NAME = 4;

    private PasswordRules() {}

    /** Everything that is wrong with a new password. */
    public static List<PasswordProblem> problems(Secret password, PasswordOwner owner) {
        return password.use(text -> problems(Passwords.normal(text), owner));
    }

    /**
     * @param field of the request that holds the password
     * @throws AppException with the code of the first problem, and all of them in {@code errors}
     */
    public static void check(Secret password, PasswordOwner owner, String field) {
        List<PasswordProblem> problems = problems(password, owner);
        if (!problems.isEmpty()) {
            throw refusal(problems, field);
        }
    }

    static AppException refusal(List<PasswordProblem> problems, String field) {
        PasswordProblem first = problems.getFirst();
        return new AppException(
                first.code(),
                "The password %s.".formatted(first.message()),
                problems.stream()
                        .map(problem -> new FieldError(field, problem.message()))
                        .toList());
    }

    private static List<PasswordProblem> problems(String normal, PasswordOwner owner) {
        var problems = new ArrayList<PasswordProblem>();
        int characters = normal.codePointCount(0, normal.length());
        if (characters < FEWEST_CHARACTERS) {
            problems.add(new PasswordProblem(
                    PASSWORD_TOO_SHORT, "must have at least %d characters".formatted(FEWEST_CHARACTERS)));
        } else if (characters > MOST_CHARACTERS) {
            problems.add(new PasswordProblem(
                    PASSWORD_TOO_LONG, "must have at most %d characters".formatted(MOST_CHARACTERS)));
        } else if (BreachedPasswords.shipped().contains(normal)) {
            problems.add(new PasswordProblem(PASSWORD_BREACHED, "is one of those that attackers try first"));
        }
        String plain = plain(normal);
        if (holds(plain, owner.email().map(EmailAddress::localPart), SHORTEST_LOCAL_PART)) {
            problems.add(new PasswordProblem(PASSWORD_HOLDS_EMAIL, "must not hold the name in your e-mail address"));
        }
        if (plain.contains(PRODUCT) || holds(plain, owner.organizationName(), SHORTEST_NAME)) {
            problems.add(new PasswordProblem(
                    PASSWORD_HOLDS_NAME, "must not hold the name of clariBI or of your organization"));
        }
        return problems;
    }

    private static boolean holds(String plain, Optional<String> name, int shortest) {
        return name.map(PasswordRules::plain)
                .filter(text -> text.length() >= shortest && plain.contains(text))
                .isPresent();
    }

    /** Letters and digits alone, in lower case: "Acme, Inc." and "acme-inc" are one name. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
