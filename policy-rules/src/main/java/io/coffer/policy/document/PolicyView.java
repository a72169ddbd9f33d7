package io.coffer.policy.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A policy as clients see it: table 4-355. */
public final class PolicyView {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private PolicyView() {}

  /**
   * A vault that the policy is applied to.
   *
   * @param destinationVaultId where replicas go, or null
   */
  public record Association(String vaultId, String destinationVaultId) {}

  /**
   * @param triggerId the id of its scheduler
   * @param createdAt from when its intervals count
   */
  public static ObjectNode of(
      String id,
      String triggerId,
      Instant createdAt,
      PolicyDocument document,
      List<Association> associations) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", id);
    view.setAll(document.stored());
    view.put("enabled", document.enabled());
    ObjectNode trigger = view.putObject("trigger");
    trigger.put("id", triggerId).put("name", "default").put("type", "time");
    trigger.set(
        "properties", document.properties().deepCopy().put("start_time", TIME.format(createdAt)));
    ArrayNode vaults = view.putArray("associated_vaults");
    for (Association association : associations) {
      ObjectNode vault = vaults.addObject().put("vault_id", association.vaultId());
      if (association.destinationVaultId() != null) {
        vault.put("destination_vault_id", association.destinationVaultId());
      }
    }
    return view;
  }
}
