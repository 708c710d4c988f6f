package io.claribi.connectors.web;

import static io.claribi.connectors.ConnectorsError.UPLOAD_MALFORMED;
import static io.claribi.connectors.ConnectorsError.UPLOAD_NOT_MULTIPART;

import io.claribi.connectors.UploadedFile;
import io.claribi.connectors.Uploads;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.FileOptions.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an upload form part by part as it arrives, with Tomcat's streaming parser: a servlet container's own multipart
 * handling would put the whole body somewhere before anybody could hold it against the plan.
 */
@Component
class UploadReader {
    /** What a form may weigh besides its file. */
    private static final int FORM_OVERHEAD = 64 * 1024;

    private final Uploads uploads;
    private final JsonMapper json;

    UploadReader(Uploads uploads, JsonMapper json) {
        this.uploads = uploads;
        this.json = json;
    }

    /**
     * Reads the form and hands over what it held; removes the file again if that fails.
     *
     * @throws AppException UPLOAD_NOT_MULTIPART, UPLOAD_MALFORMED, PLAN_LIMIT_REACHED
     */
    <R> R read(HttpServletRequest request, Function<Upload, R> use) {
        if (!isMultipart(request)) {
            throw new AppException(
                    UPLOAD_NOT_MULTIPART, "An upload is a multipart/form-data body with a part named file.");
        }
        var form = new Form();
        try {
            uploads.expect(request.getContentLengthLong() - FORM_OVERHEAD);
            readParts(request, form);
            return use.apply(form.upload());
        } catch (IOException e) {
            form.discard();
            throw new AppException(UPLOAD_MALFORMED, "The upload broke off or is not a well-formed multipart body.")
                    .causedBy(e);
        } catch (RuntimeException e) {
            form.discard();
            throw e;
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length());
    }

    private void readParts(HttpServletRequest request, Form form) throws IOException {
        var upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            try (InputStream content = part.openStream()) {
                form.take(part, content);
            }
        }
    }

    /** A form as far as it has been read. */
    private final class Form {
        private @Nullable UploadedFile file;
        private @Nullable String name;
        private FileOptions options = FileOptions.NONE;

        void take(FileItemStream part, InputStream content) throws IOException {
            switch (Objects.toString(part.getFieldName(), "")) {
                case "file" -> takeFile(part, content);
                case "name" -> name = text(part, content);
                case "options" -> options = options(text(part, content));
                default -> throw malformed("file", "A form has the parts file, name and options, and no other.");
            }
        }

        private void takeFile(FileItemStream part, InputStream content) throws IOException {
            String fileName = part.getName();
            if (file != null || fileName == null || fileName.isBlank()) {
                throw malformed("file", "Exactly one file with a name is uploaded at a time.");
            }
            file = uploads.receive(fileName, content);
        }

        Upload upload() {
            if (file == null) {
                throw malformed("file", "The part named file is missing.");
            }
            return new Upload(file, name, options);
        }

        void discard() {
            if (file != null) {
                uploads.discard(file);
            }
        }
    }

    private static String text(FileItemStream part, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(FORM_OVERHEAD / 4 + 1);
        if (bytes.length > FORM_OVERHEAD / 4) {
            throw malformed(part.getFieldName(), "The part %s is too long.".formatted(part.getFieldName()));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private FileOptions options(String text) {
        try {
            return json.readValue(text, OptionsRequest.class).toOptions();
        } catch (JacksonException e) {
            throw malformed("options", "Options are a JSON object with header, delimiter and encoding.");
        }
    }

    private static AppException malformed(String field, String message) {
        return new AppException(UPLOAD_MALFORMED, message, List.of(new FieldError(field, message)));
    }

    /** What an upload form held. */
    record Upload(UploadedFile file, @Nullable String name, FileOptions options) {}

    /** What the sender says of the file; what is absent is found out. */
    record OptionsRequest(
            @Nullable Boolean header,

            @Schema(allowableValues = {",", ";", "\t", "|"}) @Nullable
            String delimiter,

            @Schema(allowableValues = {"utf-8", "latin-1"}) @Nullable
            String encoding) {
        FileOptions toOptions() {
            return new FileOptions(header, delimiterCharacter(), encodingOf());
        }

        private @Nullable Character delimiterCharacter() {
            if (delimiter == null) {
                return null;
            }
            if (delimiter.length() != 1 || ",;\t|".indexOf(delimiter) < 0) {
                throw malformed("options.delimiter", "A delimiter is a comma, a semicolon, a tab or a pipe.");
            }
            return delimiter.charAt(0);
        }

        private @Nullable Encoding encodingOf() {
            if (encoding == null) {
                return null;
            }
            return switch (encoding) {
                case "utf-8" -> Encoding.UTF_8;
                case "latin-1" -> Encoding.LATIN_1;
                default -> throw malformed("options.encoding", "An encoding is utf-8 or latin-1.");
            };
        }
    }
}
