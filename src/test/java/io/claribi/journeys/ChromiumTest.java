package io.claribi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a search path of its own, whose apt-get is a script. */
@DisabledOnOs(OS.WINDOWS)
class ChromiumTest {
    @TempDir
    Path bin;

    @Test
    void takesTheOneThatIsInstalled() throws IOException {
        Path installed = program("chromium", "");

        assertThat(chromium(Map.of(), false).executable()).isEqualTo(installed);
    }

    @Test
    void prefersTheOneThatIsNamed() throws IOException {
        program("chromium", "");
        Path named = program("my-chromium", "");

        assertThat(chromium(Map.of("CLARIBI_CHROMIUM", named.toString()), false).executable())
                .isEqualTo(named);
    }

    @Test
    void takesNoOtherThanTheOneThatIsNamed() throws IOException {
        program("chromium", "");

        assertThatThrownBy(() -> chromium(Map.of("CLARIBI_CHROMIUM", "/no/chromium"), true)
                        .executable())
                .hasMessage("CLARIBI_CHROMIUM names /no/chromium, which can't be executed: mend or unset it.");
    }

    @Test
    void installsWhatIsMissingWhereItMay() throws IOException {
        program("apt-get", """
                echo "$@" "$DEBIAN_FRONTEND" >> %1$s/calls
                case "$*" in *install*) echo '#!/bin/sh' > %1$s/chromium; chmod +x %1$s/chromium;; esac
                """.formatted(bin));

        Path executable = chromium(Map.of(), true).executable();

        assertThat(executable).isEqualTo(bin.resolve("chromium"));
        assertThat(bin.resolve("calls")).hasContent("""
                -o DPkg::Lock::Timeout=300 update noninteractive
                -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends chromium noninteractive
                """);
    }

    @Test
    void saysInOneLineWhatToInstallElsewhere() throws IOException {
        program("apt-get", "touch %s/called".formatted(bin));

        assertThatThrownBy(() -> chromium(Map.of(), false).executable())
                .hasMessage("The browser tests need Chromium: install it (Debian: apt-get install chromium)"
                        + " or name it by CLARIBI_CHROMIUM.");
        assertThat(bin.resolve("called")).doesNotExist();
    }

    @Test
    void saysTheSameWhenItCouldNotBeInstalled() throws IOException {
        program("apt-get", "exit 100");

        assertThatThrownBy(() -> chromium(Map.of(), true).executable()).hasMessageContaining("install it");
    }

    private Chromium chromium(Map<String, String> settings, boolean mayInstall) {
        var environment = new java.util.HashMap<>(settings);
        environment.put("PATH", bin.toString());
        return new Chromium(environment, mayInstall, bin.resolve("install.log"));
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
