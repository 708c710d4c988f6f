package io.claribi.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body written while it is made, never whole in memory; to be answered in a {@code ResponseEntity} that names its
 * content type. It is written on the request's own thread, so that caller and organization are still bound.
 */
@FunctionalInterface
public interface StreamedBody {
    void writeTo(OutputStream out) throws IOException;
}
