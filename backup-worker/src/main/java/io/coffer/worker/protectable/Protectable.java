package io.coffer.worker.protectable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A resource as the API shows it.
 *
 * @param serverId the server that it is or belongs to; null for none
 * @param json the public JSON
 */
record Protectable(
    String id, String name, String status, String serverId, Instant createdAt, ObjectNode json) {}
