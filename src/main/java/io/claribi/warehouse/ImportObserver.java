package io.claribi.warehouse;

/** Follows an import, and may end it. Called about ten times a second on the thread that imports. */
public interface ImportObserver {
    ImportObserver NONE = new ImportObserver() {};

    /** How far it is, 0..1; never falls. */
    default void progress(double part) {}

    /** How many bytes the new tables take up to now. Throws to refuse more: the import then leaves nothing and throws the same. */
    default void storing(long bytes) {}

    /** Whether to give up; the import then leaves nothing and throws {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }
}
