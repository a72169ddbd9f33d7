package io.coffer.worker.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How often something was said of the resources of a project. */
@Entity(name = "InventoryTold")
@Table(schema = "plumbing", name = "inventory_told")
class ToldRow {

  @Id String project;

  long times;
}
