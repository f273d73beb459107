package dev.cpor.cli.payout;

import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a reason for which an earning may be taken back, in capitals or not. */
final class ReversalReason implements ITypeConverter<ReasonCode> {
    private static final List<String> CODES = Stream.of(ReasonCode.values())
            .filter(code -> code.isFor(ReasonCode.Use.REVERSAL))
            .map(ReasonCode::name)
            .sorted()
            .toList();

    @Override
    public ReasonCode convert(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!CODES.contains(code)) {
            throw new TypeConversionException(
                    "'%s' is not one of %s%s".formatted(text, String.join(", ", CODES), Suggestion.among(CODES, text)));
        }
        return ReasonCode.valueOf(code);
    }
}
