package io.coffer.scheduler.backup;

import java.util.UUID;

/** How many backups a resource has in a vault. */
public record Stock(UUID vaultId, String resourceId, long count) {}
