package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds one organization's files. No path of an organization's file is made in any other way, and no
 * name in it comes from a user: every part is one of ours or an id. Only the server's own account can look inside.
 */
public final class OrganizationFolder {
    private final OrganizationId organization;
    private final Path root;

    private OrganizationFolder(OrganizationId organization, Path root) {
        this.organization = organization;
        this.root = root;
    }

    public static OrganizationFolder of(DataDirectory data, OrganizationId organization) {
        return new OrganizationFolder(
                organization, all(data).resolve(organization.value().toString()));
    }

    /** The folders that are there, for sweeping them one after another, each within its organization's scope. */
    public static List<OrganizationFolder> list(DataDirectory data) {
        try (Stream<Path> folders = Files.list(PrivateFiles.createFolders(all(data)))) {
            return folders.map(folder -> new OrganizationId(
                            UUID.fromString(folder.getFileName().toString())))
                    .map(organization -> of(data, organization))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path all(DataDirectory data) {
        return data.dataDir().resolve("organizations");
    }

    public OrganizationId organization() {
        return organization;
    }

    /** The folder itself, made if it is not there. */
    public Path path() {
        return PrivateFiles.createFolders(root);
    }

    /** A folder of the given kind inside, made if it is not there. */
    public Path folder(Kind kind) {
        return PrivateFiles.createFolders(root.resolve(kind.folderName));
    }

    public Path file(Kind kind, UUID id, String extension) {
        if (!extension.matches("[a-z]{1,10}")) {
            throw new IllegalArgumentException("Not an extension: " + extension);
        }
        return folder(kind).resolve(id + "." + extension);
    }

    /** Deletes the folder and all that is in it; it is no news if it is not there. */
    void delete() throws IOException {
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(root, new Deletion());
        }
    }

    /** Another node may be at the same: what is gone already is no failure. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null && !(failure instanceof NoSuchFileException)) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    /** What the folder holds. */
    public enum Kind {
        /** Files as they arrive, until they are tables. */
        UPLOADS("uploads"),
        /** Tables, as Parquet. */
        TABLES("tables"),
        /** What engines spill. */
        SCRATCH("scratch");

        private final String folderName;

        Kind(String folderName) {
            this.folderName = folderName;
        }
    }
}
