package dev.cpor.architecture.canary.domain;

import java.nio.file.Path;

/** The domain reads nothing. */
public record KnowsFiles(Path file) {}
