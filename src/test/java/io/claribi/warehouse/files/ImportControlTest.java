package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseError.FILE_NEEDS_TOO_MUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.ImportObserver;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.WarehouseFixture;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportControlTest {
    @TempDir
    Path directory;

    private WarehouseFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WarehouseFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        var progress = new ArrayList<Double>();
        var bytes = new ArrayList<Long>();

        ImportedFile file = load(large(), new ImportObserver() {
            @Override
            public void progress(double part) {
                progress.add(part);
            }

            @Override
            public void storing(long size) {
                bytes.add(size);
            }
        });

        assertThat(progress).isSorted().hasSizeGreaterThan(3).allMatch(part -> part >= 0 && part <= 1);
        assertThat(progress.getLast()).isGreaterThanOrEqualTo(0.7);
        assertThat(bytes.getLast()).isEqualTo(file.storedBytes());
        assertThat(file.storedBytes()).isEqualTo(tableSize());
    }

    @Test
    void leavesNothingWhenItIsCancelled() throws IOException {
        Path upload = large();

        assertThatThrownBy(() -> load(upload, new ImportObserver() {
                    private boolean written;

                    @Override
                    public void storing(long size) {
                        written |= size > 0;
                    }

                    @Override
                    public boolean cancelled() {
                        return written;
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(fixture.filesLeft()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheStorageIsFull() throws IOException {
        Path upload = large();
        var full = new IllegalStateException("full");

        assertThatThrownBy(() -> load(upload, new ImportObserver() {
                    @Override
                    public void storing(long size) {
                        if (size > 100_000) {
                            throw full;
                        }
                    }
                }))
                .isSameAs(full);

        assertThat(fixture.filesLeft()).isEmpty();
    }

    @Test
    void leavesNothingWhenItsThreadIsInterrupted() throws Exception {
        Path upload = large();
        var begun = new CountDownLatch(1);
        var outcome = new CompletableFuture<Throwable>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                load(upload, new ImportObserver() {
                    @Override
                    public void storing(long size) {
                        if (size > 0) {
                            begun.countDown();
                        }
                    }
                });
                outcome.complete(new AssertionError("it went on"));
            } catch (CancellationException e) {
                outcome.complete(e);
            }
        });
        begun.await();

        thread.interrupt();

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(fixture.filesLeft()).isEmpty();
    }

    @Test
    void refusesWhatNeedsMoreMemoryThanItMayTake() throws IOException {
        Path upload = fixture.folder.folder(Kind.UPLOADS).resolve("wide.csv");
        String cell = "x".repeat(900);
        try (BufferedWriter out = Files.newBufferedWriter(upload)) {
            out.write("c,".repeat(999) + "c\n");
            for (int row = 0; row < 300; row++) {
                for (int column = 0; column < 1_000; column++) {
                    out.write(column == 0 ? "" : ",");
                    out.write(cell);
                    out.write(Integer.toString(row * column));
                }
                out.write('\n');
            }
        }

        // Refused or read: what matters is that it stays within the bounds and the server lives.
        var refusal = catchThrowableOfType(AppException.class, () -> load(upload, ImportObserver.NONE));

        if (refusal != null) {
            assertThat(refusal.code()).isEqualTo(FILE_NEEDS_TOO_MUCH);
            assertThat(fixture.filesLeft()).isEmpty();
        } else {
            assertThat(fixture.filesLeft()).hasSize(1);
        }
    }

    private ImportedFile load(Path upload, ImportObserver observer) {
        return fixture.files.importFile(
                fixture.folder,
                upload,
                upload.getFileName().toString(),
                FileOptions.NONE,
                ImportLimits.STANDARD,
                observer);
    }

    private Path large() throws IOException {
        Path upload = fixture.folder.folder(Kind.UPLOADS).resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(upload)) {
            out.write("id,name,amount,day\n");
            for (int i = 0; i < 1_500_000; i++) {
                out.write(i + ",name " + i * 31L % 1_000_003 + "," + i / 8.0 + ",2024-01-" + (10 + i % 20) + "\n");
            }
        }
        return upload;
    }

    private long tableSize() throws IOException {
        List<String> left = fixture.filesLeft();
        assertThat(left).hasSize(1);
        return Files.size(fixture.folder.path().resolve(left.getFirst()));
    }
}
