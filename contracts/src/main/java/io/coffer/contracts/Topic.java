package io.coffer.contracts;

import io.coffer.contracts.billing.AccountCommand;
import io.coffer.contracts.billing.AccountEvent;
import io.coffer.contracts.billing.ArrearsEvent;
import io.coffer.contracts.billing.BillCommand;
import io.coffer.contracts.billing.BillEvent;
import io.coffer.contracts.billing.LedgerEvent;
import io.coffer.contracts.billing.OrderCommand;
import io.coffer.contracts.billing.OrderEvent;
import io.coffer.contracts.billing.PackageCommand;
import io.coffer.contracts.billing.PackageEvent;
import io.coffer.contracts.billing.ProvisionEvent;
import io.coffer.contracts.billing.SubscriptionCommand;
import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.contracts.dbom.InstanceCommand;
import io.coffer.contracts.dbom.InstanceEvent;
import io.coffer.contracts.dbom.InstanceFreezeCommand;
import io.coffer.contracts.dbom.InstanceOrderCommand;
import io.coffer.contracts.inventory.InventoryEvent;
import io.coffer.contracts.notice.NoticeCommand;
import io.coffer.contracts.notice.NoticeEvent;
import io.coffer.contracts.policy.OrganizationPolicyCommand;
import io.coffer.contracts.policy.OrganizationPolicyEvent;
import io.coffer.contracts.policy.PolicyCommand;
import io.coffer.contracts.policy.PolicyEvent;
import io.coffer.contracts.task.DeliveryEvent;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskProgress;
import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupEvent;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.vault.MigrationEvent;
import io.coffer.contracts.vault.ResourceEvent;
import io.coffer.contracts.vault.TagCommand;
import io.coffer.contracts.vault.TagEvent;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent;
import io.coffer.contracts.vault.VaultOrderCommand;
import io.coffer.contracts.vault.VaultOrderEvent;
import io.coffer.contracts.work.DeliveryCommand;
import io.coffer.contracts.work.WorkCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every topic of Coffer, with the families of messages that ride it and what is promised about it.
 * The key of every record is the project id, or the domain id for what belongs to a domain, so a
 * partition holds whole projects; the partition count of an event topic never changes once it holds
 * records.
 */
public enum Topic {
  VAULT_COMMANDS(
      "vault-commands",
      Kept.COMMANDS,
      VaultCommand.class,
      VaultOrderCommand.class,
      CheckpointCommand.class,
      BackupCommand.class,
      NoticeCommand.class,
      TagCommand.class),
  POLICY_COMMANDS(
      "policy-commands", Kept.COMMANDS, PolicyCommand.class, OrganizationPolicyCommand.class),
  BILLING_COMMANDS(
      "billing-commands",
      Kept.COMMANDS,
      AccountCommand.class,
      BillCommand.class,
      OrderCommand.class,
      PackageCommand.class,
      SubscriptionCommand.class,
      InstanceCommand.class,
      InstanceOrderCommand.class,
      InstanceFreezeCommand.class),
  VAULT_EVENTS(
      "vault-events",
      Kept.FOR_EVER,
      VaultEvent.class,
      BackupEvent.class,
      MigrationEvent.class,
      ResourceEvent.class,
      TagEvent.class,
      VaultOrderEvent.class,
      NoticeEvent.class),
  POLICY_EVENTS("policy-events", Kept.FOR_EVER, PolicyEvent.class, OrganizationPolicyEvent.class),
  BILLING_EVENTS(
      "billing-events",
      Kept.FOR_EVER,
      AccountEvent.class,
      ArrearsEvent.class,
      BillEvent.class,
      LedgerEvent.class,
      OrderEvent.class,
      PackageEvent.class,
      ProvisionEvent.class,
      SubscriptionEvent.class,
      InstanceEvent.class),
  WORK_COMMANDS("work-commands", Kept.COMMANDS, WorkCommand.class, DeliveryCommand.class),
  TASK_EVENTS(
      "task-events", Kept.FOR_EVER, TaskEvent.class, DeliveryEvent.class, InventoryEvent.class),
  TASK_PROGRESS("task-progress", Kept.WEEK, TaskProgress.class),
  OUTCOMES("outcomes", Kept.WEEK);

  /** Topics whose commands clients may give, and get an outcome of. */
  public static final Set<Topic> ANSWERED =
      Set.of(VAULT_COMMANDS, POLICY_COMMANDS, BILLING_COMMANDS);

  /** How long a dead letter waits for somebody to look at it. */
  public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

  private final String topicName;
  private final Duration retention;
  private final List<Class<? extends Message>> families;

  @SafeVarargs
  Topic(String topicName, Duration retention, Class<? extends Message>... families) {
    this.topicName = topicName;
    this.retention = retention;
    this.families = List.of(families);
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

  List<Class<? extends Message>> families() {
    return families;
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
