package dev.cpor.rules.drl;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files that decide, as they were read: the rules of {@code lifecycle} and {@code incentive}, and the rate card. Immutable;
 * two of them are equal when their fingerprints are.
 */
public final class RuleText {
    private static final String FORMAT = "cpor-rules/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SortedMap<String, byte[]> files;
    private final Set<String> strays;
    private final String fingerprint;

    /** @param files by path relative to the rules folder, with {@code /} as separator */
    public RuleText(Map<String, byte[]> files) {
        this(files, Set.of());
    }

    /** @param strays the paths of files that look as if they were to decide something, but lie where they do not */
    RuleText(Map<String, byte[]> files, Set<String> strays) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, content) -> copy.put(path, content.clone()));
        this.files = Collections.unmodifiableSortedMap(copy);
        this.strays = new TreeSet<>(strays);
        this.fingerprint = fingerprintOf(copy);
    }

    /** Returns the paths of the files that look as if they were to decide something, but lie where they do not, sorted. */
    public Set<String> strays() {
        return strays;
    }

    /** Returns the paths of the files, sorted. */
    public Set<String> paths() {
        return files.keySet();
    }

    /**
     * Returns the content of a file, null where there is none.
     *
     * @param path relative to the rules folder, with {@code /} as separator
     */
    public byte @Nullable [] content(String path) {
        byte[] content = files.get(path);
        return content == null ? null : content.clone();
    }

    /**
     * Returns the SHA-256, in lower-case hex, over all files in the order of their paths (by UTF-16 code unit); of each file the
     * number of bytes of its path, the path in UTF-8, the number of bytes of its content, and the content. The numbers are
     * 8 bytes long, the most significant first.
     */
    public String fingerprint() {
        return fingerprint;
    }

    private static String fingerprintOf(SortedMap<String, byte[]> files) {
        MessageDigest digest = Sha256.digest();
        files.forEach((path, content) -> {
            update(digest, path.getBytes(StandardCharsets.UTF_8));
            update(digest, content);
        });
        return Sha256.of(digest);
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }

    /**
     * Returns the files as JSON: {@code format}, {@code fingerprint}, and {@code files} by path, each its text, or an object with
     * {@code base64} where it is not UTF-8.
     */
    public String toArchive() {
        ObjectNode archive = JSON.createObjectNode().put("format", FORMAT).put("fingerprint", fingerprint);
        ObjectNode contents = archive.putObject("files");
        files.forEach((path, content) -> {
            String text = utf8(content);
            if (text != null) {
                contents.put(path, text);
            } else {
                contents.putObject(path).put("base64", Base64.getEncoder().encodeToString(content));
            }
        });
        return JSON.writeValueAsString(archive);
    }

    /**
     * Returns the files of an archive.
     *
     * @param archive what {@link #toArchive()} returned
     * @throws ClearFailure if it is something else, or its files do not have its fingerprint
     */
    public static RuleText fromArchive(String archive) {
        Map<String, byte[]> files = new TreeMap<>();
        String fingerprint;
        try {
            JsonNode root = JSON.readTree(archive);
            fingerprint = root.path("fingerprint").asString("");
            root.path("files").properties().forEach(file -> files.put(file.getKey(), bytesOf(file.getValue())));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ClearFailure(
                    "The archived rule set cannot be read; use the rules folder it was made from instead.", e);
        }
        RuleText text = new RuleText(files);
        if (!text.fingerprint.equals(fingerprint)) {
            throw new ClearFailure(
                    "The archived rule set says that its fingerprint is %s, but its files have %s; it was changed after it was archived."
                            .formatted(fingerprint, text.fingerprint));
        }
        return text;
    }

    private static byte[] bytesOf(JsonNode content) {
        return content.isObject()
                ? Base64.getDecoder().decode(content.path("base64").asString(""))
                : content.asString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the text of these bytes, null if they are not UTF-8. */
    public static @Nullable String utf8(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleText text && text.fingerprint.equals(fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return "rules " + fingerprint + " " + files.keySet();
    }
}
