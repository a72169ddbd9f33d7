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

  /** Null volumes to include leave the field out. */
  @JsonNaming(SnakeCaseStrategy.class)
  record ExtraInfo(List<String> excludeVolumes, List<Included> includeVolumes) {

    static ExtraInfo of(ResourceRow row) {
      List<Included> included =
          row.choices.includeVolumes().stream()
              .map(v -> new Included(v.id(), v.osVersion()))
              .toList();
      return new ExtraInfo(row.choices.excludeVolumes(), included.isEmpty() ? null : included);
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Included(String id, String osVersion) {}

  public static ResourceView of(ResourceRow row) {
    return new ResourceView(
        row.resourceId,
        row.type,
        row.name,
        row.sizeGb,
        row.status.name(),
        (int) Math.min(Integer.MAX_VALUE, (row.storedBytes + MB - 1) / MB),
        row.backupCount,
        ExtraInfo.of(row));
  }
}
