package dev.cpor.report;

import dev.cpor.domain.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Tells a night to programs. The names of the fields are those of {@link NightReport}. */
public final class JsonReport {
    /** The value of {@code format}; it changes when a field is renamed or removed. */
    public static final String FORMAT = "cpor-report/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(new MoneyAsText()))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private JsonReport() {}

    /**
     * Returns one object: {@code format}, then everything of the report. Amounts are {@code {"amount": "12.50", "currency":
     * "EUR"}}, dates, instants and durations are text after ISO 8601, and what is not there is null.
     */
    public static String render(NightReport report) {
        ObjectNode document = JSON.createObjectNode();
        document.put("format", FORMAT);
        document.setAll((ObjectNode) JSON.valueToTree(report));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(lines)
                                .withArrayIndenter(lines))
                        .writeValueAsString(document)
                + "\n";
    }

    private static final class MoneyAsText extends StdSerializer<Money> {
        MoneyAsText() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.amount().toPlainString());
            json.writeStringProperty("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }
}
