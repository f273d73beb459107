package dev.cpor.reference;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * RFC 4180, read by hand. CR, LF and CRLF end a record; an empty line is no record but counts as a line; a quote inside an
 * unquoted field is an ordinary character; text behind a closing quote makes the file unreadable.
 */
final class CsvText {

    /** A record and the physical line on which it begins, from 1. */
    record Record(int line, List<String> fields) {}

    /** The bytes are no CSV that this program reads. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    private CsvText(String text) {
        this.text = text;
    }

    static List<Record> parse(byte[] bytes) throws Unreadable {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("not UTF-8");
        }
        return new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text).records();
    }

    private List<Record> records() throws Unreadable {
        List<Record> records = new ArrayList<>();
        while (at < text.length()) {
            if (atLineEnd()) {
                endLine();
                continue;
            }
            int start = line;
            List<String> fields = new ArrayList<>();
            fields.add(field());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                fields.add(field());
            }
            if (at < text.length()) {
                endLine();
            }
            records.add(new Record(start, fields));
        }
        return records;
    }

    private String field() throws Unreadable {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && !atLineEnd()) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws Unreadable {
        StringBuilder value = new StringBuilder();
        int start = line;
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at += 2;
            } else if (c == '"') {
                at++;
                if (at < text.length() && text.charAt(at) != ',' && !atLineEnd()) {
                    throw new Unreadable("line " + line + ": text behind a closing quote");
                }
                return value.toString();
            } else {
                if (c == '\n' || (c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n'))) {
                    line++;
                }
                value.append(c);
                at++;
            }
        }
        throw new Unreadable("line " + start + ": a quote that never closes");
    }

    private boolean atLineEnd() {
        return at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n');
    }

    private void endLine() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
    }
}
