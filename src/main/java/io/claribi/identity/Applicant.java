package io.claribi.identity;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who wants an account and an organization, with everything they gave found to be in order. */
record Applicant(
        EmailAddress email,
        Secret password,
        @Nullable String firstName,
        @Nullable String lastName,
        String organizationName) {

    /**
     * @throws AppException with everything that is wrong: INVALID_INPUT, or a code of {@link PasswordRules} if that is all
     */
    static Applicant of(
            String email,
            Secret password,
            @Nullable String firstName,
            @Nullable String lastName,
            String organizationName) {
        var errors = new ArrayList<FieldError>();
        Optional<EmailAddress> address = EmailAddress.read(email);
        if (address.isEmpty()) {
            errors.add(new FieldError("email", "is not an e-mail address"));
        }
        List<PasswordProblem> problems =
                PasswordRules.problems(password, new PasswordOwner(address, Optional.of(organizationName)));
        problems.forEach(problem -> errors.add(new FieldError("password", problem.message())));
        String first = Names.person("firstName", firstName, errors);
        String last = Names.person("lastName", lastName, errors);
        String organization = Names.required("organizationName", organizationName, errors);
        if (errors.size() > problems.size()) {
            throw new AppException(INVALID_INPUT, "Some fields are not right.", errors);
        }
        if (!problems.isEmpty()) {
            throw PasswordRules.refusal(problems, "password");
        }
        return new Applicant(address.orElseThrow(), password, first, last, organization);
    }
}
