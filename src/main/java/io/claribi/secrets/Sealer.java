package io.claribi.secrets;

import io.claribi.secrets.fernet.Fernet;
import io.claribi.secrets.fernet.InvalidToken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;

/** Seals secrets and keys with their place, and opens them where they belong. What was open for it is wiped after. */
final class Sealer {
    private final Clock clock;

    Sealer(Clock clock) {
        this.clock = clock;
    }

    Sealed seal(String keyId, Fernet key, Place place, Secret secret) {
        byte[] content = secret.use(text -> text.getBytes(StandardCharsets.UTF_8));
        try {
            return seal(keyId, key, place, content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    Sealed seal(String keyId, Fernet key, Place place, byte[] content) {
        byte[] message = place.with(content);
        try {
            return new Sealed(keyId, key.seal(message, clock.instant()));
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    /** Seals by another key what one key sealed, without making a text of it. */
    Sealed reseal(Place place, Sealed old, Fernet oldKey, String keyId, Fernet key) throws Unopenable {
        byte[] content = openBytes(oldKey, place, old);
        try {
            return seal(keyId, key, place, content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    Secret open(Fernet key, Place place, Sealed sealed) throws Unopenable {
        byte[] content = openBytes(key, place, sealed);
        try {
            return Secret.of(new String(content, StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    byte[] openBytes(Fernet key, Place place, Sealed sealed) throws Unopenable {
        byte[] message;
        try {
            message = key.open(sealed.token());
        } catch (InvalidToken e) {
            throw new Unopenable("%s was altered: key %s does not open it".formatted(place, sealed.keyId()), e);
        }
        try {
            return place.contentOf(message)
                    .orElseThrow(() -> new Unopenable("%s was put there from another place".formatted(place)));
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }
}
