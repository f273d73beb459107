package dev.cpor.payout;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON so that the same object always gives the same bytes: UTF-8, two spaces, line feeds, one at the end. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final PrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private JsonText() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(ObjectNode object) {
        String text = MAPPER.writer().with(LAYOUT).writeValueAsString(object) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
