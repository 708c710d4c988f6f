package io.claribi.tenancy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the server keeps what is not in the database: {@code claribi.data-dir}. */
@ConfigurationProperties("claribi")
public record DataDirectory(@DefaultValue("./data") Path dataDir) {
    public DataDirectory {
        dataDir = dataDir.toAbsolutePath().normalize();
    }
}
