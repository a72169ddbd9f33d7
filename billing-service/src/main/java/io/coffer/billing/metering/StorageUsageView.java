package io.coffer.billing.metering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The public JSON of capacity statistics (chapter 4.10.1). */
record StorageUsageView(
    @JsonProperty("storage_usage") List<Item> storageUsage,
    @JsonProperty("resource_count") int resourceCount) {

  private static final long MEGABYTE = 1 << 20;

  /**
   * One resource.
   *
   * @param backupSize megabytes, as in a vault's {@code billing.used}
   * @param backupSizeMultiAz the part of {@code backupSize} in vaults spread over several zones
   */
  record Item(
      @JsonProperty("resource_id") String resourceId,
      @JsonProperty("resource_type") String resourceType,
      @JsonProperty("resource_name") String resourceName,
      @JsonProperty("backup_count") int backupCount,
      @JsonProperty("backup_size") int backupSize,
      @JsonProperty("backup_size_multiaz") int backupSizeMultiAz) {}

  static StorageUsageView of(List<StorageUsage> page, long count) {
    return new StorageUsageView(page.stream().map(StorageUsageView::item).toList(), bounded(count));
  }

  private static Item item(StorageUsage usage) {
    return new Item(
        usage.resourceId(),
        usage.resourceType(),
        usage.resourceName(),
        bounded(usage.backupCount()),
        megabytes(usage.storedBytes()),
        megabytes(usage.multiAzBytes()));
  }

  /** Started megabytes; never below zero and never more than a client's 32-bit integer holds. */
  static int megabytes(long bytes) {
    return bytes <= 0 ? 0 : bounded((bytes - 1) / MEGABYTE + 1);
  }

  private static int bounded(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }
}
