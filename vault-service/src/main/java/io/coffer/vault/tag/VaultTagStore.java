package io.coffer.vault.tag;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.vault.vault.VaultContents;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tags of vaults, one row each, beside the lists that the vaults themselves have. */
@ApplicationScoped
class VaultTagStore implements PanacheRepositoryBase<VaultTagRow, VaultTagKey>, VaultContents {

  private static final String OF_PROJECT =
      "select distinct t.tagKey, t.tagValue from VaultTagRow t where t.projectId = :project";

  /** Every pair of key and value that a vault of the project has, in no order. */
  Uni<List<Tag>> ofProject(String project) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(OF_PROJECT, Object[].class)
                    .setParameter("project", project)
                    .getResultList())
        .map(rows -> rows.stream().map(row -> new Tag((String) row[0], (String) row[1])).toList());
  }

  /** Makes these the tags of the vault. */
  Uni<Void> set(String project, UUID vaultId, List<Tag> tags) {
    Map<String, Tag> wanted =
        tags.stream().collect(Collectors.toMap(Tag::key, Function.identity()));
    return list("vaultId", vaultId)
        .chain(
            rows -> {
              List<VaultTagRow> gone =
                  rows.stream().filter(row -> !wanted.containsKey(row.tagKey)).toList();
              for (VaultTagRow row : rows) {
                Tag kept = wanted.remove(row.tagKey);
                if (kept != null) {
                  row.tagValue = kept.value();
                }
              }
              List<Tag> made = tags.stream().filter(tag -> wanted.containsKey(tag.key())).toList();
              return remove(gone).chain(() -> add(project, vaultId, made));
            });
  }

  @Override
  public Uni<Void> created(VaultCreated event, String project) {
    return add(project, event.vaultId(), event.tags());
  }

  @Override
  public Uni<Void> removeOf(UUID vaultId) {
    return list("vaultId", vaultId).chain(this::remove);
  }

  private Uni<Void> add(String project, UUID vaultId, List<Tag> tags) {
    return Sequence.each(
        tags,
        tag -> {
          VaultTagRow row = new VaultTagRow();
          row.vaultId = vaultId;
          row.projectId = project;
          row.tagKey = tag.key();
          row.tagValue = tag.value();
          return persist(row).replaceWithVoid();
        });
  }

  private Uni<Void> remove(List<VaultTagRow> rows) {
    return getSession().chain(session -> session.removeAll(rows.toArray()));
  }
}
