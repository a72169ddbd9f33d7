package io.coffer.scheduler.binding;

/** A resource in a vault. */
public record Binding(String resourceId, String type, String name) {}
