package dev.cpor.payout.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The cells of a workbook's one sheet as its XML says them, by the JDK's own reader. */
final class SheetRows {
    private static final Pattern ENCODED = Pattern.compile("_x([0-9A-F]{4})_");

    /**
     * A cell.
     *
     * @param at its column and row, such as {@code B7}
     * @param type {@code n} of a number, {@code inlineStr} of a text
     * @param style the number of its style
     * @param value the digits, or the text
     */
    record Cell(String at, String type, String style, String value) {
        String column() {
            return at.replaceAll("[0-9]+", "");
        }
    }

    private SheetRows() {}

    /** Returns the cells that are there, row by row; a formula is no cell that any export may hold. */
    static List<List<Cell>> of(Path workbook) {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(sheet, "UTF-8");
            List<List<Cell>> rows = new ArrayList<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "row" -> rows.add(new ArrayList<>());
                        case "c" -> rows.get(rows.size() - 1).add(cell(xml));
                        default -> {}
                    }
                }
            }
            return rows;
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String at = xml.getAttributeValue(null, "r");
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("c"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("f")) {
                throw new IllegalStateException("The cell " + at + " holds a formula.");
            }
            if (xml.isCharacters()) {
                value.append(xml.getText());
            }
        }
        return new Cell(at, type == null ? "n" : type, style == null ? "0" : style, decoded(value.toString()));
    }

    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
