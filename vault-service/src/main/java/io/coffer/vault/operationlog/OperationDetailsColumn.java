package io.coffer.vault.operationlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.contracts.Json;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Details with the kind in them. */
@Converter
@Immutable
public class OperationDetailsColumn extends JsonColumn<OperationDetails> {

  private static final ObjectMapper MAPPER = Json.MAPPER.copy();

  static {
    MAPPER.registerSubtypes(OperationDetails.class.getPermittedSubclasses());
  }

  public OperationDetailsColumn() {
    super(MAPPER, MAPPER.constructType(OperationDetails.class));
  }
}
