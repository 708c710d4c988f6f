package io.claribi.identity;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody who wants an account and an organization, with everything they gave found to be in order. */
record Applicant(
        EmailAddress email,
        Secret password,
        @Nullable String firstName,
        @Nullable String lastName,
        String organizationName) {
    private static final int MOST_CHARACTERS = 100;
    /** Controls, line breaks and the marks that turn the direction of text: a name is one line that reads as it stands. */
    private static final Pattern NOT_IN_NAMES =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    /**
     * @throws AppException INVALID_INPUT with everything that is wrong
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
        Passwords.problem(password, address).ifPresent(problem -> errors.add(new FieldError("password", problem)));
        String first = personName("firstName", firstName, errors);
        String last = personName("lastName", lastName, errors);
        String organization = name("organizationName", organizationName, errors);
        if (organization.isEmpty()) {
            errors.add(new FieldError("organizationName", "is required"));
        }
        if (!errors.isEmpty()) {
            throw new AppException(INVALID_INPUT, "Some fields are not right.", errors);
        }
        return new Applicant(address.orElseThrow(), password, first, last, organization);
    }

    private static @Nullable String personName(String field, @Nullable String text, List<FieldError> errors) {
        String name = text == null ? "" : name(field, text, errors);
        return name.isEmpty() ? null : name;
    }

    private static String name(String field, String text, List<FieldError> errors) {
        String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (name.length() > MOST_CHARACTERS) {
            errors.add(new FieldError(field, "must have at most %d characters".formatted(MOST_CHARACTERS)));
        }
        if (NOT_IN_NAMES.matcher(name).find()) {
            errors.add(new FieldError(field, "must be one line of text"));
        }
        return name;
    }
}
