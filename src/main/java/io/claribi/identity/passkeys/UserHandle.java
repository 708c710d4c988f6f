package io.claribi.identity.passkeys;

import io.claribi.kernel.AccountId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;

/** How authenticators know an account (WebAuthn §5.4.3): the 16 bytes of its id, which tell nothing of the person. */
final class UserHandle {
    private UserHandle() {}

    static Bytes of(AccountId account) {
        UUID id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** The account of a handle that was made here. */
    static AccountId account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
