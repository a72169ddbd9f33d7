package io.coffer.worker.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What was last said of a resource, as JSON. */
@Entity(name = "SeenResource")
@IdClass(SeenResourceKey.class)
@Table(schema = "plumbing", name = "seen_resource")
class SeenResourceRow {

  @Id String project;

  @Id String resourceId;

  String resource;
}
