package io.coffer.vault.binding;

import io.coffer.contracts.vault.TaggedResource;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A resource that exists, in a vault or not. */
@Entity
@IdClass(KnownResourceKey.class)
@Table(schema = "store", name = "known_resource")
class KnownResourceRow {

  @Id String projectId;

  @Id String resourceId;

  String type;

  @Convert(converter = TaggedResourceColumn.class)
  TaggedResource resource;

  /** Whether somebody took it out of a vault: it joins none by itself before its tags change. */
  boolean released;
}
