package dev.cpor.payout;

import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one night delivered, nothing included.
 *
 * @param manifests the SHA-256 of each manifest of the business date, by its file name
 * @param previousControlSha256 of the control file of the night that was completed before, null for the first night
 */
public record Control(
        LocalDate businessDate,
        SortedMap<String, String> manifests,
        @Nullable String previousControlSha256) {
    private static final String FORMAT = "cpor-control/1";

    /** Returns the control file's bytes, always the same for the same content. */
    public byte[] bytes() {
        ObjectNode json = JsonText.object().put("format", FORMAT).put("businessDate", businessDate.toString());
        manifests.forEach(json.putObject("manifests")::put);
        json.put("previousControlSha256", previousControlSha256);
        return JsonText.bytes(json);
    }

    /** Reads a control file; whether it is true is not asked here. */
    public static Control of(byte[] bytes) throws MalformedFile {
        JsonFields json = JsonFields.of(bytes);
        json.format(FORMAT);
        Control control = new Control(
                json.date("businessDate"), json.sha256s("manifests"), json.sha256OrNull("previousControlSha256"));
        json.nothingElse();
        return control;
    }
}
