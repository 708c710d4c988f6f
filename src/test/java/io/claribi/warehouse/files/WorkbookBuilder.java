package io.claribi.warehouse.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts workbooks together part by part, such as no proper program would write. */
final class WorkbookBuilder {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    WorkbookBuilder() {
        part("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                </Relationships>""");
        part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
                </Relationships>""");
        part("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>""");
    }

    WorkbookBuilder part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    WorkbookBuilder part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    WorkbookBuilder without(String name) {
        parts.remove(name);
        return this;
    }

    /** The rows of the one sheet, as XML. */
    WorkbookBuilder rows(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** One of several sheets. */
    WorkbookBuilder sheet(String name, String rows) {
        int number = names.size() + 1;
        names.add(name);
        return part(
                "xl/worksheets/sheet%d.xml".formatted(number),
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    private void listSheets() {
        var sheets = new StringBuilder();
        var targets = new StringBuilder();
        for (int i = 1; i <= names.size(); i++) {
            sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"s%d\"/>".formatted(names.get(i - 1), i, i));
            targets.append("""
                    <Relationship Id="s%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>""".formatted(i, i));
        }
        part("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets>%s</sheets></workbook>""".formatted(sheets));
        part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>""".formatted(targets));
    }

    byte[] build() {
        if (!names.isEmpty()) {
            listSheets();
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
