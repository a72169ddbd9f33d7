package io.coffer.vault.binding;

import java.io.Serializable;

/** A resource of a project. */
record KnownResourceKey(String projectId, String resourceId) implements Serializable {}
