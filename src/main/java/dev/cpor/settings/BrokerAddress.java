package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a broker listens.
 *
 * @param host its name or address; an IPv6 address without brackets
 * @param port from 1 to 65535
 */
public record BrokerAddress(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^\\s:/@\\[\\]]+)):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads {@code host:port}.
     *
     * @throws InvalidSetting if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BrokerAddress of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            // Somebody may have written user and password into it, so it is not repeated.
            throw new InvalidSetting(
                    "",
                    "a broker's address must be a host and a port and nothing else, such as broker.example.org:61616");
        }
        int port = Integer.parseInt(form.group(3));
        if (port < 1 || port > LAST_PORT) {
            throw new InvalidSetting("", "the port %d of a broker must be from 1 to %d".formatted(port, LAST_PORT));
        }
        return new BrokerAddress(form.group(1) != null ? form.group(1) : form.group(2), port);
    }

    /** Returns {@code host:port}. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
