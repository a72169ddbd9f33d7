package io.coffer.gateway.relay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.gateway.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Asks the worker what it knows of resources, so that commands carry facts and decisions need no
 * inventory.
 */
@ApplicationScoped
public class Inventory {

  private static final Logger LOG = Logger.getLogger(Inventory.class);
  private static final int IDS_PER_QUESTION = 40;
  private static final ObjectReader READER =
      Json.MAPPER.readerFor(new TypeReference<List<ResourceFacts>>() {}).at("/resources");

  private final OwnerClient owners;

  Inventory(OwnerClient owners) {
    this.owners = owners;
  }

  /**
   * What is known of these resources, by id; unknown ones are left out. Asks nobody about nothing.
   */
  public Uni<Map<String, ResourceFacts>> facts(String project, Collection<String> ids) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(ids));
    return more(project, distinct, 0, new HashMap<>());
  }

  private Uni<Map<String, ResourceFacts>> more(
      String project, List<String> ids, int from, Map<String, ResourceFacts> known) {
    if (from >= ids.size()) {
      return Uni.createFrom().item(known);
    }
    int to = Math.min(from + IDS_PER_QUESTION, ids.size());
    return owners
        .ofProject(Owner.BACKUP_WORKER, project, "facts?" + query(ids.subList(from, to)))
        .chain(
            answer -> {
              read(answer).forEach(facts -> known.put(facts.id(), facts));
              return more(project, ids, to, known);
            });
  }

  private static String query(List<String> ids) {
    List<String> parts = new ArrayList<>();
    ids.forEach(id -> parts.add("id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
    return String.join("&", parts);
  }

  private static List<ResourceFacts> read(OwnerAnswer answer) {
    try {
      if (answer.isSuccess()) {
        return READER.readValue(answer.body());
      }
      LOG.warnf("the inventory answered %d", answer.status());
    } catch (IOException e) {
      LOG.warnf("the inventory's answer cannot be read: %s", e.getMessage());
    }
    throw ApiException.unavailable();
  }
}
