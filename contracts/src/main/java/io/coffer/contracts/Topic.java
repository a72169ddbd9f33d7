package io.coffer.contracts;

import java.time.Duration;
import java.util.Optional;

/**
 * Every topic of Coffer, with what is promised about it. The key of every record is the project id,
 * so a partition holds whole projects; the partition count of an event topic never changes once it
 * holds records.
 */
public enum Topic {
  VAULT_COMMANDS("vault-commands", Kept.COMMANDS),
  POLICY_COMMANDS("policy-commands", Kept.COMMANDS),
  BILLING_COMMANDS("billing-commands", Kept.COMMANDS),
  VAULT_EVENTS("vault-events", Kept.FOR_EVER),
  POLICY_EVENTS("policy-events", Kept.FOR_EVER),
  BILLING_EVENTS("billing-events", Kept.FOR_EVER),
  WORK_COMMANDS("work-commands", Kept.COMMANDS),
  TASK_EVENTS("task-events", Kept.FOR_EVER),
  TASK_PROGRESS("task-progress", Kept.WEEK),
  OUTCOMES("outcomes", Kept.WEEK);

  /** How long a dead letter waits for somebody to look at it. */
  public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

  private final String topicName;
  private final Duration retention;

  Topic(String topicName, Duration retention) {
    this.topicName = topicName;
    this.retention = retention;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The topic that takes the records of this one which nobody could process. */
  public String deadLetterName() {
    return topicName + ".dlq";
  }

  /** How long records are kept; empty means for ever. */
  public Optional<Duration> retention() {
    return Optional.ofNullable(retention);
  }

  /** Partitions on a one-machine stack. */
  public int partitions() {
    return 4;
  }

  private static final class Kept {
    static final Duration COMMANDS = Duration.ofDays(14);
    static final Duration WEEK = Duration.ofDays(7);
    static final Duration FOR_EVER = null;
  }
}
