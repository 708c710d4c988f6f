package io.claribi.plans.web;

import static io.claribi.plans.billing.BillingError.BILLING_NOT_OFFERED;
import static io.claribi.plans.billing.BillingError.NOTICE_TOO_LARGE;

import io.claribi.http.Public;
import io.claribi.http.Unaudited;
import io.claribi.kernel.AppException;
import io.claribi.plans.stripe.StripeNotices;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe tells of payments. Its signature is over the bytes as they came, so that they are read here. */
@RestController
class StripeNoticeController {
    /** Some times what events about one subscription have; before it is read, anybody may have sent it. */
    private static final int LARGEST = 64 << 10;

    private final ObjectProvider<StripeNotices> notices;

    StripeNoticeController(ObjectProvider<StripeNotices> notices) {
        this.notices = notices;
    }

    @PostMapping("/api/v1/billing/stripe/webhook")
    @Public("Stripe has no account; each of its notices is signed")
    @Unaudited("what follows from a notice has events of its own")
    @ResponseStatus(HttpStatus.OK)
    void take(HttpServletRequest request, @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature)
            throws IOException {
        StripeNotices taker = notices.getIfAvailable();
        if (taker == null) {
            throw new AppException(BILLING_NOT_OFFERED, "This server takes no payments by Stripe.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new AppException(NOTICE_TOO_LARGE, "A notice has at most %,d bytes.".formatted(LARGEST));
        }
        taker.take(body, signature);
    }
}
