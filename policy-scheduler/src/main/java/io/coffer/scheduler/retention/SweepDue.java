package io.coffer.scheduler.retention;

import io.coffer.contracts.Message;
import java.util.UUID;

/** The scheduler tells itself to look through the backups of a vault. Rides no topic. */
record SweepDue(UUID vaultId) implements Message {}
