package io.coffer.vault.vault;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.vault.capacity.Capacity;
import io.coffer.vault.resource.ObjectType;
import io.coffer.vault.resource.ResourceRow;
import java.util.List;

/**
 * The commercial side of a vault on the wire (table 4-162).
 *
 * @param allocated the capacity of the associated resources in megabytes, as real clients expect,
 *     though the reference says gigabytes
 * @param used what the repository stores, in megabytes, rounded up
 * @param size in gigabytes
 */
@JsonNaming(SnakeCaseStrategy.class)
record BillingView(
    int allocated,
    int used,
    int size,
    String status,
    String chargingMode,
    String cloudType,
    String consistentLevel,
    String objectType,
    String protectType,
    String specCode,
    boolean isMultiAz) {

  static BillingView of(VaultRow row, List<ResourceRow> resources) {
    long allocatedGb = resources.stream().mapToLong(resource -> resource.sizeGb).sum();
    return new BillingView(
        Capacity.megabytesOf(allocatedGb),
        Capacity.megabytes(row.usedBytes),
        row.settings.sizeGb(),
        row.status.name(),
        row.settings.chargingMode(),
        row.settings.cloudType(),
        row.settings.consistentLevel(),
        row.settings.objectType(),
        row.settings.protectType(),
        ObjectType.valueOf(row.settings.objectType()).specCode(row.settings.protectType()),
        row.settings.multiAz());
  }
}
