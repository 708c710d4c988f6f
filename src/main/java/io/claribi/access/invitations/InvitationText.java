package io.claribi.access.invitations;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an inviter typed, found to be in order. */
record InvitationText(EmailAddress email, @Nullable String message) {
    private static final int MOST_CHARACTERS = 500;
    /** Controls but line breaks, and the marks that turn the direction of text. */
    private static final Pattern NOT_IN_MESSAGES =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    /**
     * @throws AppException INVALID_INPUT with all that is wrong
     */
    static InvitationText read(String email, @Nullable String message) {
        var errors = new ArrayList<FieldError>();
        Optional<EmailAddress> address = EmailAddress.read(email);
        if (address.isEmpty()) {
            errors.add(new FieldError("email", "is not an e-mail address"));
        }
        String text = message(message, errors);
        refuse(errors);
        return new InvitationText(address.orElseThrow(), text.isEmpty() ? null : text);
    }

    /**
     * @throws AppException INVALID_INPUT
     */
    static void checkMessage(@Nullable String message) {
        var errors = new ArrayList<FieldError>();
        message(message, errors);
        refuse(errors);
    }

    private static String message(@Nullable String message, List<FieldError> errors) {
        String text =
                message == null ? "" : Normalizer.normalize(message.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
        if (text.length() > MOST_CHARACTERS) {
            errors.add(new FieldError("message", "must have at most %d characters".formatted(MOST_CHARACTERS)));
        }
        if (NOT_IN_MESSAGES.matcher(text).find()) {
            errors.add(new FieldError("message", "must be plain text"));
        }
        return text;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new AppException(INVALID_INPUT, "Some fields are not right.", errors);
        }
    }
}
