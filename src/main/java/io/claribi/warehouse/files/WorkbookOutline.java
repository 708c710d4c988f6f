package io.claribi.warehouse.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which parts a workbook has, and where (ECMA-376 part 1, §12). */
record WorkbookOutline(
        List<Sheet> sheets, Optional<String> sharedStrings, Optional<String> styles, boolean startsIn1904) {
    private static final String DEFAULT = "xl/workbook.xml";

    static WorkbookOutline read(WorkbookArchive archive) throws IOException, XMLStreamException {
        String workbook = relations(archive, "_rels/.rels", "").values().stream()
                .filter(relation -> relation.type.endsWith("/officeDocument"))
                .map(Relation::part)
                .findFirst()
                .orElse(DEFAULT);
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        Map<String, Relation> relations =
                relations(archive, folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
        XMLStreamReader xml = archive.part(workbook)
                .orElseThrow(() -> Workbook.unreadable("The file is a ZIP archive but no workbook."));
        var sheets = new ArrayList<Sheet>();
        boolean startsIn1904 = false;
        while (Xml.nextStart(xml)) {
            switch (xml.getLocalName()) {
                case "workbookPr" -> startsIn1904 = List.of("1", "true").contains(Xml.attribute(xml, "date1904", "0"));
                case "sheet" -> {
                    Relation relation = relations.get(Xml.attribute(xml, "id", ""));
                    if (relation != null && relation.type.endsWith("/worksheet")) {
                        sheets.add(new Sheet(Xml.attribute(xml, "name", ""), relation.part));
                    }
                }
                default -> {}
            }
        }
        return new WorkbookOutline(sheets, part(relations, "/sharedStrings"), part(relations, "/styles"), startsIn1904);
    }

    private static Optional<String> part(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type.endsWith(type))
                .map(Relation::part)
                .findFirst();
    }

    private static Map<String, Relation> relations(WorkbookArchive archive, String part, String folder)
            throws IOException, XMLStreamException {
        var relations = new HashMap<String, Relation>();
        Optional<XMLStreamReader> xml = archive.part(part);
        while (xml.isPresent() && Xml.nextStart(xml.get())) {
            if (xml.get().getLocalName().equals("Relationship")) {
                String target = Xml.attribute(xml.get(), "Target", "");
                relations.put(
                        Xml.attribute(xml.get(), "Id", ""),
                        new Relation(
                                Xml.attribute(xml.get(), "Type", ""),
                                target.startsWith("/") ? target.substring(1) : folder + target));
            }
        }
        return relations;
    }

    private record Relation(String type, String part) {}

    /** A sheet's name and where its cells are. */
    record Sheet(String name, String part) {}
}
