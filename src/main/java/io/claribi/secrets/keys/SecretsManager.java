package io.claribi.secrets.keys;

import io.claribi.kernel.StartRefused;
import java.util.List;

/** Keeps the platform keys, apart from the application's configuration and from its database. */
public interface SecretsManager {

    /** Where the keys are, as an operator knows it. */
    String place();

    /**
     * All keys that are there, in the order in which new ones are to be taken into use.
     *
     * @throws StartRefused if they are not kept as they must be
     */
    List<PlatformKey> load();

    /**
     * Makes one more key, and returns only when it would survive a power cut.
     *
     * @throws StartRefused if whoever keeps the keys has to make it
     */
    PlatformKey make();

    /**
     * Removes a key for good.
     *
     * @throws StartRefused if whoever keeps the keys has to remove it
     */
    void remove(PlatformKey key);
}
