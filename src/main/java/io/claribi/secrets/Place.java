package io.claribi.secrets;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a secret belongs. Fernet has no associated data, so this stands before the secret in what is sealed, and is
 * compared when it is opened: a row that was moved to another place does not open.
 */
record Place(Scope scope, UUID owner, UUID record, String field) {
    /** Of what is sealed, should it ever change. */
    private static final byte VERSION = 1;

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int LONGEST_FIELD = 100;

    Place {
        if (field.isEmpty() || field.length() > LONGEST_FIELD) {
            throw new IllegalArgumentException("A field's name has 1 to %d characters".formatted(LONGEST_FIELD));
        }
    }

    static Place of(OrganizationId organization, UUID record, String field) {
        return new Place(Scope.ORGANIZATION, organization.value(), record, field);
    }

    static Place of(AccountId account, String field) {
        return new Place(Scope.ACCOUNT, account.value(), account.value(), field);
    }

    static Place ofServer(UUID record, String name) {
        return new Place(Scope.SERVER, NOBODY, record, name);
    }

    static Place ofDataKey(OrganizationId organization, UUID dataKey) {
        return new Place(Scope.DATA_KEY, organization.value(), dataKey, "data_key");
    }

    /** The content with its place before it. */
    byte[] with(byte[] content) {
        byte[] head = head();
        byte[] whole = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }

    /** The content, if it belongs here. */
    Optional<byte[]> contentOf(byte[] whole) {
        byte[] head = head();
        boolean here = whole.length >= head.length && Arrays.equals(head, 0, head.length, whole, 0, head.length);
        return here ? Optional.of(Arrays.copyOfRange(whole, head.length, whole.length)) : Optional.empty();
    }

    /** Each part has a fixed length or says its own, so that no two places have the same head. */
    private byte[] head() {
        byte[] name = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Byte.BYTES + 4 * Long.BYTES + Short.BYTES + name.length)
                .put(VERSION)
                .put(scope.code)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .putShort((short) name.length)
                .put(name)
                .array();
    }

    /** Whose it is. The codes are at rest and never change. */
    enum Scope {
        ORGANIZATION(1),
        ACCOUNT(2),
        SERVER(3),
        DATA_KEY(4);

        private final byte code;

        Scope(int code) {
            this.code = (byte) code;
        }
    }
}
