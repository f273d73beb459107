package dev.cpor.domain;

/**
 * Why a row could not be applied.
 *
 * @param message one sentence: what was found, what was expected, what to do
 */
public record Refusal(RejectCode code, String message) {}
