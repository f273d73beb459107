package dev.cpor.decision;

import dev.cpor.domain.Earning;
import dev.cpor.domain.ReasonCode;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What assessment made of one claim line.
 *
 * @param reasons why it does not earn, each with the rule that said so; empty when it earns
 * @param earning what it earns, null when it does not
 */
public record LineResult(
        int lineNo,
        SortedMap<ReasonCode, String> reasons,
        @Nullable Earning earning) {}
