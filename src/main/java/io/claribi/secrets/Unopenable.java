package io.claribi.secrets;

import io.claribi.kernel.AppException;

/** Something sealed does not open. The message is for the log: users learn no more than that it is so. */
final class Unopenable extends Exception {
    Unopenable(String message) {
        super(message);
    }

    Unopenable(String message, Throwable cause) {
        super(message, cause);
    }

    AppException toAppException() {
        return new AppException(
                        SecretsError.SECRET_UNREADABLE,
                        "A stored secret can't be opened any more. Ask who runs the server to look at its keys, or give"
                                + " the secret anew.")
                .causedBy(this);
    }
}
