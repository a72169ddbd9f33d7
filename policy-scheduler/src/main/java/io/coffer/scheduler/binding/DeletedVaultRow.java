package io.coffer.scheduler.binding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vault that is gone. */
@Entity
@Table(schema = "store", name = "deleted_vault")
class DeletedVaultRow {

  @Id UUID id;

  String projectId;
}
