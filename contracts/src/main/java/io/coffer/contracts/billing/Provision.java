package io.coffer.contracts.billing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * The command that makes a paid line come true.
 *
 * @param key who decides it: a project or a domain
 * @param commandId its id, drawn with the order, so that what it makes has a name from the start
 * @param type its name in the catalogue
 * @param command without its field {@code order}, which billing fills in
 */
public record Provision(String key, UUID commandId, String type, JsonNode command) {}
