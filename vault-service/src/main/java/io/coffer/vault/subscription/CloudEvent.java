package io.coffer.vault.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.notice.Notice;

/** A notice as receivers get it: CloudEvents 1.0, structured, as JSON. */
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    String time,
    String datacontenttype,
    JsonNode data) {

  static CloudEvent of(String project, Notice notice) {
    return new CloudEvent(
        "1.0",
        notice.id().toString(),
        "/v3/" + project,
        "coffer." + notice.type(),
        notice.vaultId() == null ? null : "vaults/" + notice.vaultId(),
        notice.at().toString(),
        "application/json",
        ((ObjectNode) notice.data().deepCopy()).put("message", notice.summary()));
  }

  String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }
}
