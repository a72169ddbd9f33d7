package io.coffer.local;

import static io.coffer.contracts.Topic.BILLING_COMMANDS;
import static io.coffer.contracts.Topic.BILLING_EVENTS;
import static io.coffer.contracts.Topic.OUTCOMES;
import static io.coffer.contracts.Topic.POLICY_COMMANDS;
import static io.coffer.contracts.Topic.POLICY_EVENTS;
import static io.coffer.contracts.Topic.TASK_EVENTS;
import static io.coffer.contracts.Topic.TASK_PROGRESS;
import static io.coffer.contracts.Topic.VAULT_COMMANDS;
import static io.coffer.contracts.Topic.VAULT_EVENTS;
import static io.coffer.contracts.Topic.WORK_COMMANDS;

import io.coffer.contracts.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which service reads and writes which topic; nobody else does. A service follows its own events
 * too, to fold them anew, and writes the dead letters of what it reads.
 *
 * @param service the name of the service, of its principal and of its consumer group
 */
public record TopicAccess(String service, Set<Topic> reads, Set<Topic> writes) {

  /** The broker itself, and whoever runs it: both may do everything. */
  static final String BROKER = "broker";

  /** The principal of the commands that people type. */
  public static final String OPERATOR = "operator";

  static final List<TopicAccess> ALL =
      List.of(
          new TopicAccess("api-gateway", Set.of(OUTCOMES), Topic.ANSWERED),
          new TopicAccess(
              "vault-service",
              Set.of(
                  VAULT_COMMANDS,
                  TASK_EVENTS,
                  TASK_PROGRESS,
                  VAULT_EVENTS,
                  POLICY_EVENTS,
                  BILLING_EVENTS),
              Set.of(VAULT_EVENTS, VAULT_COMMANDS, WORK_COMMANDS, OUTCOMES)),
          new TopicAccess(
              "backup-worker", Set.of(WORK_COMMANDS), Set.of(TASK_EVENTS, TASK_PROGRESS)),
          new TopicAccess(
              "policy-scheduler",
              Set.of(POLICY_COMMANDS, POLICY_EVENTS, VAULT_EVENTS),
              Set.of(POLICY_EVENTS, POLICY_COMMANDS, VAULT_COMMANDS, OUTCOMES)),
          new TopicAccess(
              "billing-service",
              Set.of(BILLING_COMMANDS, BILLING_EVENTS, VAULT_EVENTS),
              Set.of(BILLING_EVENTS, BILLING_COMMANDS, VAULT_COMMANDS, OUTCOMES)));

  /** All that a broker knows by a secret. */
  public static List<String> principals() {
    return Stream.concat(Stream.of(BROKER, OPERATOR), ALL.stream().map(TopicAccess::service))
        .toList();
  }
}
