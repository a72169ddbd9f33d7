package io.coffer.contracts.notice;

import java.util.List;

/** The kinds of notices, by their names on the wire. */
public final class NoticeType {

  public static final String THRESHOLD_EXCEEDED = "vault.threshold_exceeded";
  public static final String BACKUP_FAILED = "backup.failed";
  public static final String RESTORE_FAILED = "restore.failed";

  /** What a subscription is tried with; it comes however the subscription is filtered. */
  public static final String TEST = "subscription.test";

  /** Those that a subscription may choose from. */
  public static final List<String> ALL = List.of(THRESHOLD_EXCEEDED, BACKUP_FAILED, RESTORE_FAILED);

  private NoticeType() {}
}
