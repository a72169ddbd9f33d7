package io.coffer.systemtests.faults.round;

import io.coffer.systemtests.stack.Disk;
import java.util.Locale;
import java.util.Set;

/** What a fault strikes: a process of the stack, or all topics. */
enum Victim {
  POSTGRES,
  KAFKA,
  API_GATEWAY,
  VAULT_SERVICE,
  BACKUP_WORKER,
  POLICY_SCHEDULER,
  BILLING_SERVICE,
  TOPICS;

  static final Set<Victim> SERVICES =
      Set.of(API_GATEWAY, VAULT_SERVICE, BACKUP_WORKER, POLICY_SCHEDULER, BILLING_SERVICE);
  static final Set<Victim> STORES = Set.of(POSTGRES, KAFKA);
  static final Set<Victim> WITH_DISKS = Set.of(POSTGRES, KAFKA, BACKUP_WORKER);
  static final Set<Victim> PROCESSES =
      Set.of(
          POSTGRES,
          KAFKA,
          API_GATEWAY,
          VAULT_SERVICE,
          BACKUP_WORKER,
          POLICY_SCHEDULER,
          BILLING_SERVICE);

  /** Where it keeps what it writes. */
  Disk disk() {
    return switch (this) {
      case POSTGRES -> Disk.POSTGRES;
      case KAFKA -> Disk.KAFKA;
      case BACKUP_WORKER -> Disk.REPOSITORIES;
      default -> throw new IllegalStateException(this + " has no disk");
    };
  }

  /** As the stack calls it. */
  String process() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
