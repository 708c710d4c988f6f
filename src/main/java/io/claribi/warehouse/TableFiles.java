package io.claribi.warehouse;

import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The files of stored tables. */
@Component
public class TableFiles {
    private static final String EXTENSION = "parquet";

    /** Where a version's rows are. */
    public static Path path(OrganizationFolder folder, TableVersionId version) {
        return folder.file(Kind.TABLES, version.value(), EXTENSION);
    }

    /** Deletes a version's rows; nothing happens if they are not there. A query that comes after is told TABLE_GONE. */
    public void delete(OrganizationFolder folder, TableVersionId version) {
        delete(path(folder, version));
    }

    /**
     * Deletes what a crash left: tables that no one knows, half-written ones, and everything in the scratch and among the
     * uploads; only what was last touched before the given time, so that work under way is left alone.
     *
     * @param kept files that are still wanted
     * @return how many files it deleted
     */
    public int sweep(OrganizationFolder folder, Set<Path> kept, Instant before) {
        int deleted = 0;
        for (Kind kind : Kind.values()) {
            // Looked at before anything goes: deleting a file touches its folder.
            List<Path> left = filesIn(folder.folder(kind)).stream()
                    .filter(file -> !kept.contains(file) && lastTouched(file).isBefore(before))
                    .toList();
            for (Path file : left) {
                deleted += delete(file) ? 1 : 0;
            }
        }
        return deleted;
    }

    /** Files before the folders that hold them. */
    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant lastTouched(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
