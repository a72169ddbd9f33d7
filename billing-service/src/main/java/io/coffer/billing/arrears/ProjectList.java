package io.coffer.billing.arrears;

import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Projects by their ids. */
@Converter
@Immutable
public class ProjectList extends JsonListColumn<String> {

  public ProjectList() {
    super(String.class);
  }
}
