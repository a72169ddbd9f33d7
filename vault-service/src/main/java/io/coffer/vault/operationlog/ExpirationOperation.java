package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * Gives backups of a vault another end, which no worker has to do with.
 *
 * @param backups how many
 * @param day the day that the caller named
 */
@JsonTypeName("update_expiration_time")
public record ExpirationOperation(int backups, String day) implements OperationDetails {

  @JsonNaming(SnakeCaseStrategy.class)
  private record View(int affectedBackupsCount, String expirationDay) {}

  @Override
  public OperationType type() {
    return OperationType.update_expiration_time;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    return Map.entry("update_expiration_time", new View(backups, day));
  }
}
