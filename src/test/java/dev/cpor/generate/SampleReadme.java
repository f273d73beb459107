package dev.cpor.generate;

import dev.cpor.generate.SampleRejects.Expected;
import dev.cpor.generate.SampleStories.Shown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes what to look for in the sample. */
final class SampleReadme {
    private static final String HEAD = """
            # Sample data

            Two months of a vendor's claims, created from 21 September to 20 November 2026: about 2,000 claims, a few dozen of
            them hand-picked so that every status, every rule and every reject occurs. Nobody in it is real.

            * `inbox/`: the feeds that `./cpor` reads when no other folder is named.
            * `late/`: what arrives on the Monday after, 23 November.

            Everything here, this page included, is made by `SampleData` in the test sources; change it there.

            Run the sample in one of two ways:

            * `./cpor nightly` closes 20 November 2026, the latest date in the feeds, as the first night of all.
            * `./cpor nightly --from 2026-09-21 --to 2026-11-20` closes every day, as it would have been.

            Deadlines are counted at the business date, so some claims end otherwise in the two: those are listed below.
            """;

    private SampleReadme() {}

    static String text(
            List<Shown> shown,
            List<FeedRow> inbox,
            List<Expected> rejects,
            List<FeedRow> late,
            List<Expected> lateRejects) {
        StringBuilder text = new StringBuilder(HEAD);
        Set<String> sections = new LinkedHashSet<>();
        shown.forEach(claim -> sections.add(claim.section()));
        sections.remove(SampleStories.NIGHTS);
        sections.add(SampleStories.NIGHTS);
        for (String section : sections) {
            text.append("\n## ").append(section).append("\n\n");
            if (section.equals(SampleStories.NIGHTS)) {
                text.append("What is said first happens when every day is closed by a night of its own.\n\n");
            }
            text.append("| claim | what it shows | see it with |\n| --- | --- | --- |\n");
            shown.stream().filter(claim -> claim.section().equals(section)).forEach(claim -> text.append("| ")
                    .append(String.join(" | ", claim.claimId(), claim.what(), command(claim)))
                    .append(" |\n"));
        }
        text.append("\n## Rejects\n\n")
                .append(
                        "Each is in `out/runs/<business date>/rejects.csv` of the night that refused it, and in the table of\n")
                .append(
                        "`./cpor runs show N`. The line is where the record begins, the header being 1. One event row is sent\n")
                .append("twice with the same content; it is counted as a duplicate and is no reject.\n\n");
        table(text, "inbox", inbox, rejects);
        text.append("\n## The Monday after\n\n")
                .append(
                        "`./cpor nightly --date 2026-11-23 --inbox sample-data/late`, after one of the two ways above, refuses\n")
                .append("the following rows and takes a late one, of 19 November.\n\n");
        table(text, "late", late, lateRejects);
        return text.toString();
    }

    private static String command(Shown claim) {
        return "`./cpor claims " + claim.command() + " " + claim.claimId() + "`";
    }

    private static void table(StringBuilder text, String folder, List<FeedRow> rows, List<Expected> rejects) {
        text.append("| code | file and line | row | why |\n| --- | --- | --- | --- |\n");
        for (Expected reject : rejects) {
            FeedRow found = find(rows, reject);
            String place = "`" + folder + "/" + found.file() + "`:" + found.line();
            text.append("| `").append(reject.code()).append("` | ").append(place);
            text.append(" | ")
                    .append(found.id())
                    .append(" | ")
                    .append(reject.why())
                    .append(" |\n");
        }
    }

    private static FeedRow find(List<FeedRow> rows, Expected reject) {
        return rows.stream()
                .filter(row -> row.feed() == reject.feed() && row.values().equals(reject.values()))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("The row " + reject + " is in no file."));
    }
}
