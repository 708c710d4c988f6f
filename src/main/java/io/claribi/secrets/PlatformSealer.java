package io.claribi.secrets;

import io.claribi.secrets.keys.PlatformKey;
import org.springframework.stereotype.Component;

/** Seals by the platform key that seals, and opens by whichever one sealed. */
@Component
class PlatformSealer {
    private final KeyRing ring;
    private final Sealer sealer;

    PlatformSealer(KeyRing ring, Sealer sealer) {
        this.ring = ring;
        this.sealer = sealer;
    }

    Sealed seal(Place place, Secret secret) {
        PlatformKey key = ring.sealing();
        return sealer.seal(key.id(), key.fernet(), place, secret);
    }

    Sealed seal(Place place, byte[] content) {
        PlatformKey key = ring.sealing();
        return sealer.seal(key.id(), key.fernet(), place, content);
    }

    Sealed reseal(Place place, Sealed old) throws Unopenable {
        PlatformKey key = ring.sealing();
        return sealer.reseal(place, old, key(place, old).fernet(), key.id(), key.fernet());
    }

    Secret open(Place place, Sealed sealed) throws Unopenable {
        return sealer.open(key(place, sealed).fernet(), place, sealed);
    }

    byte[] openBytes(Place place, Sealed sealed) throws Unopenable {
        return sealer.openBytes(key(place, sealed).fernet(), place, sealed);
    }

    private PlatformKey key(Place place, Sealed sealed) throws Unopenable {
        return ring.find(sealed.keyId())
                .orElseThrow(() -> new Unopenable(
                        "%s was sealed by platform key %s, which is not here".formatted(place, sealed.keyId())));
    }
}
