package io.coffer.contracts.notice;

import java.util.List;

/** The kinds of notices, by their names on the wire. */
public final class NoticeType {

  public static final String THRESHOLD_EXCEEDED = "vault.threshold_exceeded";
  public static final String BACKUP_FAILED = "backup.failed";
  public static final String RESTORE_FAILED = "restore.failed";

  /** What was bought for a time is paid for only until soon. */
  public static final String PURCHASE_ENDING = "purchase.ending";

  /** Nobody renewed it; it goes on for a while. */
  public static final String PURCHASE_EXPIRED = "purchase.expired";

  /** It is closed, and deleted after a while. */
  public static final String PURCHASE_FROZEN = "purchase.frozen";

  /** What was used is not paid for. */
  public static final String ACCOUNT_OWING = "account.owing";

  /** What is paid by use is closed, and deleted after a while. */
  public static final String ACCOUNT_FROZEN = "account.frozen";

  /** What a subscription is tried with; it comes however the subscription is filtered. */
  public static final String TEST = "subscription.test";

  /** Those that a subscription may choose from. */
  public static final List<String> ALL =
      List.of(
          THRESHOLD_EXCEEDED,
          BACKUP_FAILED,
          RESTORE_FAILED,
          PURCHASE_ENDING,
          PURCHASE_EXPIRED,
          PURCHASE_FROZEN,
          ACCOUNT_OWING,
          ACCOUNT_FROZEN);

  private NoticeType() {}
}
