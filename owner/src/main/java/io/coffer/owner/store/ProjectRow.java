package io.coffer.owner.store;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A row that belongs to one project, or to the domain that is the unit of order of its topic. */
@MappedSuperclass
public abstract class ProjectRow {

  @Id public UUID id;

  public String projectId;
}
