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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

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

  private static final Duration LEARNT = Duration.ofSeconds(30);

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

  /** Makes the rules of a broker these and no others, and returns when it goes by them. */
  static void grant(Map<String, Object> client) {
    Set<AclBinding> wanted = new HashSet<>();
    ALL.forEach(access -> wanted.addAll(access.bindings()));
    try (Admin admin = Admin.create(client)) {
      Set<AclBinding> present = rules(admin);
      List<AclBinding> missing = wanted.stream().filter(rule -> !present.contains(rule)).toList();
      List<AclBindingFilter> old =
          present.stream()
              .filter(rule -> !wanted.contains(rule))
              .map(AclBinding::toFilter)
              .toList();
      if (!missing.isEmpty()) {
        admin.createAcls(missing).all().get();
      }
      if (!old.isEmpty()) {
        admin.deleteAcls(old).all().get();
      }
      long deadline = System.nanoTime() + LEARNT.toNanos();
      while (!rules(admin).equals(wanted)) {
        if (System.nanoTime() > deadline) {
          throw new LocalStackException("Kafka does not learn who may use which topic");
        }
      }
    } catch (ExecutionException failed) {
      throw new LocalStackException("Cannot set who may use which topic", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while setting who may use which topic");
    }
  }

  private static Set<AclBinding> rules(Admin admin)
      throws ExecutionException, InterruptedException {
    return new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
  }

  private List<AclBinding> bindings() {
    List<AclBinding> rules = new ArrayList<>();
    for (Topic topic : reads) {
      rules.add(rule(ResourceType.TOPIC, topic.topicName(), AclOperation.READ));
      rules.add(rule(ResourceType.TOPIC, topic.deadLetterName(), AclOperation.WRITE));
    }
    for (Topic topic : writes) {
      rules.add(rule(ResourceType.TOPIC, topic.topicName(), AclOperation.WRITE));
    }
    rules.add(rule(ResourceType.GROUP, service, AclOperation.READ));
    return rules;
  }

  private AclBinding rule(ResourceType type, String name, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
  }
}
