package io.coffer.scheduler.policy;

/** The values of {@code operation_type}. */
final class PolicyType {

  static final String BACKUP = "backup";
  static final String REPLICATION = "replication";

  private PolicyType() {}
}
