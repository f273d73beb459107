package dev.cpor.settings;

import com.fasterxml.jackson.annotation.Nulls;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A settings file in YAML, read into a record: each key is a component of the record, and there are no others. */
public final class SettingsFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .addModule(new SimpleModule()
                    .addDeserializer(String.class, new WrittenAsText<>(String.class, text -> text))
                    .addDeserializer(Path.class, new WrittenAsText<>(Path.class, Path::of))
                    .addDeserializer(LocalDate.class, new WrittenAsText<>(LocalDate.class, LocalDate::parse))
                    .addDeserializer(Duration.class, new WrittenAsText<>(Duration.class, SettingsFile::duration)))
            .build();

    private SettingsFile() {}

    /**
     * Reads a settings file. Keys that are left out or have no value come to the record as null; an empty file has no keys.
     *
     * @param jobsFolder the folder that {@code --jobs} names
     * @param name the file's name in it
     * @param type the record; it, or what makes something of it, may throw {@link InvalidSetting}
     * @param use makes of the record what is wanted
     * @throws ClearFailure if the file is missing or unreadable, or holds an unknown key or a value that is refused; the
     *     message names file, line and column
     */
    public static <T, R> R read(Path jobsFolder, String name, Class<T> type, Function<T, R> use) {
        return parse(jobsFolder.resolve(name), text(jobsFolder, name), type, use);
    }

    /**
     * Reads the text of a settings file as {@link #read} does.
     *
     * @param file what messages call it
     * @throws ClearFailure if it holds an unknown key or a value that is refused
     */
    public static <T, R> R parse(Path file, String text, Class<T> type, Function<T, R> use) {
        try {
            return use.apply(YAML.readValue(Places.isEmpty(YAML, text) ? "{}" : text, type));
        } catch (JacksonException e) {
            throw new Misreading(file, Places.of(YAML, text)).explain(e);
        } catch (InvalidSetting e) {
            throw new Misreading(file, Places.of(YAML, text)).explain(e);
        }
    }

    /**
     * Returns the text of a settings file.
     *
     * @throws ClearFailure if the file is missing or unreadable
     */
    public static String text(Path jobsFolder, String name) {
        Path file = jobsFolder.resolve(name);
        if (!Files.isDirectory(jobsFolder)) {
            throw new ClearFailure(
                    "The folder \"%s\" of the settings files does not exist; create it with %s in it, or name another with --jobs DIR."
                            .formatted(jobsFolder, file.getFileName()));
        }
        if (!Files.isRegularFile(file)) {
            throw new ClearFailure(
                    "The settings file \"%s\" does not exist; create it, even an empty one will do, or name another folder with --jobs DIR."
                            .formatted(file));
        }
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ClearFailure("The settings file \"%s\" is not UTF-8; save it as UTF-8.".formatted(file), e);
        } catch (IOException e) {
            throw new ClearFailure(
                    "The settings file \"%s\" cannot be read (%s); make it readable for this user."
                            .formatted(file, IoReason.of(e)),
                    e);
        }
    }

    private static Duration duration(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("A duration has a unit.");
        }
        return DurationStyle.detectAndParse(text);
    }
}
