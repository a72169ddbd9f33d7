package io.coffer.vault.vault;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.vault.capacity.Capacity;
import io.coffer.vault.resource.ObjectType;
import io.coffer.vault.resource.ResourceRow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The commercial side of a vault on the wire (table 4-162).
 *
 * @param allocated the capacity of the associated resources in megabytes, as real clients expect,
 *     though the reference says gigabytes
 * @param used what the repository stores, in megabytes, rounded up
 * @param size in gigabytes
 * @param orderId the order by which it was bought; null for a vault that is paid by use
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BillingView(
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
    boolean isMultiAz,
    String orderId,
    String productId,
    String periodType,
    Integer periodNum,
    String frozenScene) {

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
        row.settings.multiAz(),
        sold(row, OrderReference::orderId),
        sold(row, OrderReference::productId),
        sold(row, OrderReference::periodType),
        sold(row, OrderReference::periodNum),
        scenes(row));
  }

  private static <T> T sold(VaultRow row, Function<OrderReference, T> what) {
    return row.sale == null ? null : what.apply(row.sale);
  }

  /** Absent on the wire when it is not frozen. */
  private static String scenes(VaultRow row) {
    return row.frozenScenes.isEmpty()
        ? null
        : row.frozenScenes.stream().map(FrozenScene::name).collect(Collectors.joining(","));
  }
}
