package dev.cpor.whole;

import static dev.cpor.whole.TwoExtracts.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.FolderTexts;
import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.payout.delivery.AnSftpServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Releases extracts as people of finance do, and looks at what they see. */
final class ReleaseDesk {
    private final Sandbox sandbox;
    private final OpenDatabase database;
    private final Map<String, String> payout;

    /** Begins with what lies in the payout folder now. */
    ReleaseDesk(Sandbox sandbox, OpenDatabase database) {
        this.sandbox = sandbox;
        this.database = database;
        this.payout = FolderTexts.below(sandbox.out().resolve("payout"));
    }

    /** Returns the payout folder as it was at first. */
    Map<String, String> payout() {
        return payout;
    }

    void sftp(AnSftpServer server, Path temp, String folder) {
        sandbox.nightly(
                "payout:",
                "  delivery:",
                "    sftp:",
                "      host: 127.0.0.1",
                "      port: " + server.port(),
                "      user: " + AnSftpServer.USER,
                "      privateKeyFile: " + server.privateKey(temp.resolve("key")),
                "      knownHosts: " + server.knownHosts(temp.resolve("hosts")),
                "      folder: " + folder);
    }

    void released() {
        assertThat(release(FIRST, "Anna").status()).isZero();
        assertThat(release(FIRST, "Otto").status()).isZero();
    }

    Said release(String file, String name) {
        return sandbox.run("payout", "release", file, "--as", name);
    }

    /** Returns the rows of the list, without times and without what is empty at the end. */
    List<String> waiting() {
        Said said = sandbox.run("payout", "release", "--format", "csv");
        assertThat(said.status()).as(said.err()).isZero();
        return said.lines().stream()
                .skip(1)
                .map(row -> row.replaceAll(",20[^,]*Z", "").replaceAll(",+$", ""))
                .toList();
    }

    Path delivery() {
        return sandbox.out().resolve("delivery");
    }

    Path path(String name) {
        return sandbox.out().resolve("payout/2026-11-08").resolve(name);
    }

    String csvSha256() {
        return database.rows("select csv_sha256 from payout_extract where sequence = 1")
                .get(0);
    }

    Map<String, String> files(String... names) {
        Map<String, String> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, payout.get("2026-11-08/" + name));
        }
        return files;
    }
}
