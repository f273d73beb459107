package dev.cpor.report;

/** Marks text by ANSI escape sequences, or leaves it as it is. */
record Ink(boolean ansi) {
    String bold(String text) {
        return marked("1", text);
    }

    String faint(String text) {
        return marked("2", text);
    }

    String good(String text) {
        return marked("32", text);
    }

    String warn(String text) {
        return marked("33", text);
    }

    private String marked(String code, String text) {
        return ansi ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
