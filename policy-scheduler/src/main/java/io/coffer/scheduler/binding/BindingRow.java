package io.coffer.scheduler.binding;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.ResourceFacts;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One resource in one vault. */
@Entity
@Table(schema = "store", name = "vault_resource")
class BindingRow {

  @Id UUID id;

  String project;

  UUID vaultId;

  String resourceId;

  String type;

  String name;

  static BindingRow of(String project, UUID vaultId, ResourceFacts resource) {
    BindingRow row = new BindingRow();
    row.id = idOf(vaultId, resource.id());
    row.project = project;
    row.vaultId = vaultId;
    row.resourceId = resource.id();
    row.describe(resource);
    return row;
  }

  static UUID idOf(UUID vaultId, String resourceId) {
    return DerivedId.of(vaultId, resourceId);
  }

  void describe(ResourceFacts resource) {
    type = resource.type();
    name = resource.name();
  }

  Binding binding() {
    return new Binding(resourceId, type, name);
  }
}
