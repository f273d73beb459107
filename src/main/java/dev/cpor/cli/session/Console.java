package dev.cpor.cli.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Results go to standard output, everything else to standard error; both in UTF-8, whatever the locale says. */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** Returns the console of this process; whether it is a terminal may be said with {@code -Dcpor.terminal}. */
    public static Console standard() {
        return new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Boolean.parseBoolean(System.getProperty("cpor.terminal", String.valueOf(System.console() != null))));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** Writes out what is still held back. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
