package io.claribi.query;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import java.io.OutputStream;

/** An export that is ready to be written, on whatever thread: it carries its organization there. */
public final class Export {
    private final OrganizationId organization;
    private final ExportFormat format;
    private final Writing writing;

    Export(OrganizationId organization, ExportFormat format, Writing writing) {
        this.organization = organization;
        this.format = format;
        this.writing = writing;
    }

    public ExportFormat format() {
        return format;
    }

    /**
     * Writes the file and leaves the stream open. Whatever fails on the way is thrown on, so that the connection breaks
     * off rather than ending as if the file were whole.
     *
     * @return the number of rows
     * @throws java.io.UncheckedIOException if the stream fails
     */
    public long writeTo(OutputStream out) {
        return OrganizationScope.call(organization, () -> writing.writeTo(out));
    }

    /** What writes the file. */
    interface Writing {
        long writeTo(OutputStream out);
    }
}
