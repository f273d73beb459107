package dev.cpor.server;

import dev.cpor.domain.ClearFailure;

/** Where the packed server can run. */
final class Platform {
    private Platform() {}

    static void check() {
        check(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static void check(String system, String architecture) {
        if (!system.equals("Linux") || !architecture.equals("amd64")) {
            throw new ClearFailure(
                    ("The built-in database server runs on Linux with an x86-64 processor only, and this is %s on %s:"
                                    + " name a MariaDB database with --db.")
                            .formatted(system, architecture));
        }
    }
}
