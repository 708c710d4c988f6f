package io.claribi.query;

import io.claribi.http.StreamedBody;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Exports as answers: a file to be saved, streamed while it is made. */
public final class Downloads {
    private Downloads() {}

    /**
     * @param name of the file, without its ending
     */
    public static ResponseEntity<StreamedBody> of(String name, Export export) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name + "." + export.format().wireName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.parseMediaType(export.format().contentType()))
                .body(export::writeTo);
    }
}
