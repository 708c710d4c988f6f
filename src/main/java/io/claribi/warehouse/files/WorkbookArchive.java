package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook, which is a ZIP archive of XML. All that is read of it counts towards one bound. */
final class WorkbookArchive implements AutoCloseable {
    private static final long FREE_EXPANSION = 64L << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 1 << 16;
    private static final int END_SIGNATURE = 0x06054b50;

    private final ZipFile zip;
    private final ImportLimits limits;
    private final ExpansionBudget budget;

    private WorkbookArchive(ZipFile zip, ImportLimits limits, ExpansionBudget budget) {
        this.zip = zip;
        this.limits = limits;
        this.budget = budget;
    }

    static WorkbookArchive open(Path file, ImportLimits limits) throws IOException {
        checkDirectory(file);
        long size = Files.size(file);
        long allowed = Math.min(limits.expandedBytes(), Math.max(FREE_EXPANSION, size * limits.expansion()));
        return new WorkbookArchive(new ZipFile(file.toFile()), limits, new ExpansionBudget(allowed));
    }

    /** The list of entries is read into memory whole, so how long it is has to be known before. */
    private static void checkDirectory(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(in.length(), END_RECORD + LONGEST_COMMENT)];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = tail.length - END_RECORD; at >= 0; at--) {
                if (bytes.getInt(at) == END_SIGNATURE) {
                    checkEntries(Short.toUnsignedInt(bytes.getShort(at + 10)));
                    return;
                }
            }
        }
        throw Workbook.unreadable("The workbook is damaged or incomplete.");
    }

    private static void checkEntries(int entries) {
        if (entries > MOST_ENTRIES) {
            throw new AppException(
                    WarehouseError.FILE_EXPANDS_TOO_FAR,
                    "The workbook consists of more than %d parts.".formatted(MOST_ENTRIES));
        }
    }

    /** A reader of the part, if it is there. Nothing in it can name another file, a network address or an entity. */
    Optional<XMLStreamReader> part(String name) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        var in = new BoundedXml(zip.getInputStream(entry), budget, limits.cellBytes());
        return Optional.of(factory().createXMLStreamReader(in));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
