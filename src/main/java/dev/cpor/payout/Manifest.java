package dev.cpor.payout;

import dev.cpor.domain.Program;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reader needs to take a CSV: that it is complete, and which one comes before it.
 *
 * @param file the name of the CSV
 * @param rows how many rows it has, the header not counted
 * @param sums the sum of each currency, by currency code, with exactly its minor units
 * @param sumUsd the sum of the USD amounts
 * @param sha256 of the CSV's bytes
 * @param previousManifestSha256 of the program's manifest before this one, null for the first
 * @param ruleset the fingerprint of the rules that decided
 * @param run the number of the night, the same however often it was restarted
 */
public record Manifest(
        Extract extract,
        String file,
        long rows,
        SortedMap<String, String> sums,
        String sumUsd,
        String sha256,
        @Nullable String previousManifestSha256,
        String ruleset,
        long run) {
    private static final String FORMAT = "cpor-payout/1";

    /** Returns the manifest's bytes, always the same for the same manifest. */
    public byte[] bytes() {
        ObjectNode json = JsonText.object()
                .put("format", FORMAT)
                .put("program", extract.program().name())
                .put("businessDate", extract.businessDate().toString())
                .put("sequence", extract.sequence())
                .put("file", file)
                .put("rows", rows);
        sums.forEach(json.putObject("sums")::put);
        json.put("sumUSD", sumUsd)
                .put("sha256", sha256)
                .put("previousManifestSha256", previousManifestSha256)
                .put("ruleset", ruleset)
                .put("run", run);
        return JsonText.bytes(json);
    }

    /** Reads a manifest; whether it is true is not asked here. */
    public static Manifest of(byte[] bytes) throws MalformedFile {
        JsonFields json = JsonFields.of(bytes);
        json.format(FORMAT);
        Manifest manifest = new Manifest(
                extract(json),
                json.text("file"),
                json.number("rows"),
                json.texts("sums"),
                json.text("sumUSD"),
                json.sha256("sha256"),
                json.sha256OrNull("previousManifestSha256"),
                json.text("ruleset"),
                json.number("run"));
        json.nothingElse();
        return manifest;
    }

    private static Extract extract(JsonFields json) throws MalformedFile {
        String program = json.text("program");
        try {
            return new Extract(Program.valueOf(program), json.date("businessDate"), (int)
                    Math.min(Integer.MAX_VALUE, json.number("sequence")));
        } catch (IllegalArgumentException e) {
            throw new MalformedFile("its program must be OSU or OSA, its sequence between 1 and 999999");
        }
    }
}
