package io.coffer.billing.metering;

/**
 * What the backups of one resource take up in all vaults of its project.
 *
 * @param multiAzBytes the part of {@code storedBytes} that is in vaults spread over several zones
 */
record StorageUsage(
    String resourceId,
    String resourceType,
    String resourceName,
    long backupCount,
    long storedBytes,
    long multiAzBytes) {}
