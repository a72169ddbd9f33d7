package io.coffer.vault.tag;

import io.coffer.contracts.vault.Tag;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Found;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultStore;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestPath;

/** Tags for readers (chapters 4.7.5 and 4.7.6). */
@Path("/internal/projects/{project}/vault")
@Produces(MediaType.APPLICATION_JSON)
public class TagsReadResource {

  private final VaultStore vaults;
  private final VaultTagStore tags;

  TagsReadResource(VaultStore vaults, VaultTagStore tags) {
    this.vaults = vaults;
    this.tags = tags;
  }

  /** A key with all values that vaults of a project have of it. */
  record Values(String key, Iterable<String> values) {}

  @GET
  @Path("/{id}/tags")
  @WithSession
  public Uni<String> ofVault(@RestPath String project, @RestPath String id) {
    return Found.by(id, vaultId -> vaults.of(project, vaultId), VaultNotFound::refused)
        .map(vault -> answer(vault.tags));
  }

  @GET
  @Path("/tags")
  @WithSession
  public Uni<String> ofProject(@RestPath String project) {
    return tags.ofProject(project).map(all -> answer(byKey(all)));
  }

  /** In order of the keys, and of the values of each. */
  private static List<Values> byKey(List<Tag> all) {
    Map<String, TreeSet<String>> values = new TreeMap<>();
    all.forEach(tag -> values.computeIfAbsent(tag.key(), key -> new TreeSet<>()).add(tag.value()));
    return values.entrySet().stream().map(e -> new Values(e.getKey(), e.getValue())).toList();
  }

  private static String answer(List<?> tags) {
    return Answer.ok(Map.of("tags", tags)).body();
  }
}
