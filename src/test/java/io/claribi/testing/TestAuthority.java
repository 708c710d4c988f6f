package io.claribi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority that lives for a test, made with the platform's own keytool. */
public final class TestAuthority {
    private static final String PASSWORD = "of a test";

    private final Path folder;
    private final Map<String, SSLContext> contexts = new HashMap<>();

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    public static TestAuthority in(Path folder) {
        var authority = new TestAuthority(folder);
        authority.keytool(
                "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Authority of a test", "-ext", "bc:c");
        authority.keytool(
                "-exportcert",
                "-alias",
                "ca",
                "-rfc",
                "-file",
                authority.certificate().toString());
        return authority;
    }

    /** Its own certificate, in PEM. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** What a server of this name needs to prove itself. */
    public SSLContext serverFor(String host) {
        return contexts.computeIfAbsent(host, this::certify);
    }

    /** What a client needs to believe its servers, and no others. */
    public SSLContext client() {
        try (var in = Files.newInputStream(certificate())) {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            authorities.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext certify(String host) {
        Path request = folder.resolve(host + ".csr");
        Path signed = folder.resolve(host + ".pem");
        keytool("-genkeypair", "-alias", host, "-keyalg", "EC", "-dname", "CN=" + host);
        keytool("-certreq", "-alias", host, "-file", request.toString());
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-rfc",
                "-ext",
                "san=dns:" + host);
        keytool("-importcert", "-noprompt", "-alias", host, "-file", signed.toString());
        try (var in = Files.newInputStream(store())) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(in, PASSWORD.toCharArray());
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(
                    host,
                    all.getKey(host, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    all.getCertificateChain(host));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path store() {
        return folder.resolve("keys.p12");
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
