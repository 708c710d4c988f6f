package io.claribi.secrets;

import io.claribi.tenancy.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code claribi.secrets.*}.
 *
 * @param keyDir the folder of the platform keys' files; {@code keys} in the data directory if it is left out
 */
@ConfigurationProperties("claribi.secrets")
record SecretsSettings(@Nullable Path keyDir) {

    Path folder(DataDirectory data) {
        return keyDir == null
                ? data.dataDir().resolve("keys")
                : keyDir.toAbsolutePath().normalize();
    }
}
