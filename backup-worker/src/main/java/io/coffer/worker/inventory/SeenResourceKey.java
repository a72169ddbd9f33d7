package io.coffer.worker.inventory;

import java.io.Serializable;

/** A resource of a project. */
record SeenResourceKey(String project, String resourceId) implements Serializable {}
