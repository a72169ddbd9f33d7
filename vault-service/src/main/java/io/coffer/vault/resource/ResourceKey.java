package io.coffer.vault.resource;

import java.io.Serializable;

/** A resource of a project, which is in one vault at most. */
public record ResourceKey(String projectId, String resourceId) implements Serializable {}
