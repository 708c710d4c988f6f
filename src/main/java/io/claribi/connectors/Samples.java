package io.claribi.connectors;

import static io.claribi.connectors.ConnectorsError.SAMPLE_NOT_FOUND;

import io.claribi.kernel.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The data sets that come with clariBI, for a first look without a file at hand. */
@Component
public class Samples {
    private final List<Sample> samples;
    private final Uploads uploads;

    Samples(JsonMapper json, Uploads uploads) throws IOException {
        try (InputStream index = new ClassPathResource("samples/samples.json").getInputStream()) {
            samples = json.readValue(index, new TypeReference<List<Sample>>() {});
        }
        this.uploads = uploads;
    }

    public List<Sample> list() {
        return samples;
    }

    /**
     * @throws AppException SAMPLE_NOT_FOUND
     */
    public Sample get(String id) {
        return samples.stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppException(SAMPLE_NOT_FOUND, "There is no sample of that name."));
    }

    /** A copy of the sample's file, as if it had been uploaded. */
    public UploadedFile receive(Sample sample) {
        try (InputStream content = new ClassPathResource("samples/" + sample.fileName()).getInputStream()) {
            return uploads.receive(sample.fileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
