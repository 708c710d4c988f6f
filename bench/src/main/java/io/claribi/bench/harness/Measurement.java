package io.claribi.bench.harness;

/** Something that is measured. */
@FunctionalInterface
public interface Measurement {
    void run(Setting setting) throws Exception;
}
