package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingError.NOTICE_NOT_SIGNED;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.time.Clock;
import java.util.regex.Pattern;

/** Tells what Stripe sent from what others did. */
class StripeSignature {
    /** How old a notice may be, in seconds, so that one that somebody recorded is soon worth nothing. */
    private static final long TOLERANCE = 300;

    /** What is not of this form makes the library stumble. */
    private static final Pattern HEADER = Pattern.compile("t=[0-9]{1,12}(?:,[a-z0-9]+=[0-9a-zA-Z]+)+");

    private final Secret secret;
    private final Clock clock;

    StripeSignature(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * @param header {@code Stripe-Signature}
     * @throws AppException NOTICE_NOT_SIGNED, whatever is wrong with it
     */
    void check(String body, String header) {
        boolean signed = HEADER.matcher(header).matches()
                && secret.<Boolean>use(key -> {
                    try {
                        return Webhook.Signature.verifyHeader(body, header, key, TOLERANCE, clock);
                    } catch (SignatureVerificationException e) {
                        return false;
                    }
                });
        if (!signed) {
            throw new AppException(
                    NOTICE_NOT_SIGNED, "This is not signed by the payment provider, or was so too long ago.");
        }
    }
}
