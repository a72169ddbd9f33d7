package io.coffer.vault.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A resource of a vault on the wire (table 4-163).
 *
 * @param size in gigabytes
 * @param backupSize in megabytes, rounded up
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ResourceView(
    String id,
    String type,
    String name,
    int size,
    String protectStatus,
    int backupSize,
    int backupCount,
    ExtraInfo extraInfo) {

  private static final long MB = 1L << 20;

  @JsonNaming(SnakeCaseStrategy.class)
  record ExtraInfo(List<String> excludeVolumes) {}

  public static ResourceView of(ResourceRow row) {
    return new ResourceView(
        row.resourceId,
        row.type,
        row.name,
        row.sizeGb,
        row.status.name(),
        (int) Math.min(Integer.MAX_VALUE, (row.storedBytes + MB - 1) / MB),
        row.backupCount,
        new ExtraInfo(row.excludeVolumes));
  }
}
