package dev.cpor.architecture.canary;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody sees what it needs. */
public class HasItsFieldInjected {
    @Autowired
    @Nullable
    Runnable work;
}
