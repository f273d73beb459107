package dev.cpor.store.intake;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of what feeds told. */
@Configuration(proxyBeanMethods = false)
@Import({FeedFiles.class, ReferenceRows.class, Rejects.class, StagedRows.class, TurnWriting.class, WaitingRows.class})
public class IntakeStoreConfiguration {}
