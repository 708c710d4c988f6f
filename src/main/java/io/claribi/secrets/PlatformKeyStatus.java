package io.claribi.secrets;

import java.util.Optional;

/**
 * A platform key as an operator sees it.
 *
 * @param name of its file; empty if it is not there
 * @param seals what is sealed by it, in words
 */
public record PlatformKeyStatus(String id, Optional<String> name, State state, boolean isUsed, String seals) {

    /** What a key is good for. */
    public enum State {
        /** It seals, and opens what it sealed. */
        SEALS,
        /** It opens what it sealed. */
        OPENS,
        /** It will seal as soon as all servers hold it. */
        AWAITED,
        /** It is not there, and something can't be opened without it. */
        LOST,
        /** It is not there, and nobody misses it. */
        GONE
    }
}
