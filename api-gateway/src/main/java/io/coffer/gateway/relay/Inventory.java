package io.coffer.gateway.relay;

import com.fasterxml.jackson.databind.ObjectReader;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.gateway.error.ApiException;
import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Asks the worker what it knows of resources, so that commands carry facts and decisions need no
 * inventory.
 */
@ApplicationScoped
public class Inventory {

  private static final Logger LOG = Logger.getLogger(Inventory.class);
  private static final ObjectReader READER = Json.MAPPER.readerFor(FoundResources.class);

  private final OwnerClient owners;

  Inventory(OwnerClient owners) {
    this.owners = owners;
  }

  /**
   * What is known of these resources, by id; those that do not exist are left out. Asks once for
   * all of them, and nobody about nothing.
   */
  public Uni<Map<String, ResourceFacts>> facts(String project, Collection<String> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : owners
            .ofProject(Owner.BACKUP_WORKER, project, "facts", Answer.ok(ids).bytes())
            .map(answer -> read(answer).of(ids));
  }

  private static FoundResources read(OwnerAnswer answer) {
    try {
      if (answer.isSuccess()) {
        return READER.readValue(answer.body());
      }
      LOG.warnf("the inventory answered status=%d", answer.status());
    } catch (IOException e) {
      LOG.warnf("the inventory's answer cannot be read: %s", e.getMessage());
    }
    throw ApiException.unavailable();
  }
}
