package io.coffer.messaging.outbox;

/** A committed row of the outbox. */
public record OutboxRow(long position, Outgoing record) {}
