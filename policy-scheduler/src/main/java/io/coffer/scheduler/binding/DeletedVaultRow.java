package io.coffer.scheduler.binding;

import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A vault that is gone. */
@Entity
@Table(schema = "store", name = "deleted_vault")
class DeletedVaultRow extends ProjectRow {}
