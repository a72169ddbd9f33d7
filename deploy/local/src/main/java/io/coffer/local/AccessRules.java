package io.coffer.local;

import io.coffer.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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
 * The rules by which a broker lets services at topics: what {@link TopicAccess} says, made true.
 */
final class AccessRules {

  private static final Duration LEARNT = Duration.ofSeconds(30);

  private AccessRules() {}

  /** Makes the rules of a broker these and no others, and returns when it goes by them. */
  static void grant(Map<String, Object> client) {
    Set<AclBinding> wanted = new HashSet<>();
    TopicAccess.ALL.forEach(access -> wanted.addAll(bindings(access)));
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

  private static List<AclBinding> bindings(TopicAccess access) {
    List<AclBinding> rules = new ArrayList<>();
    for (Topic topic : access.reads()) {
      rules.add(rule(access, ResourceType.TOPIC, topic.topicName(), AclOperation.READ));
      rules.add(rule(access, ResourceType.TOPIC, topic.deadLetterName(), AclOperation.WRITE));
    }
    for (Topic topic : access.writes()) {
      rules.add(rule(access, ResourceType.TOPIC, topic.topicName(), AclOperation.WRITE));
    }
    rules.add(rule(access, ResourceType.GROUP, access.service(), AclOperation.READ));
    return rules;
  }

  private static AclBinding rule(
      TopicAccess access, ResourceType type, String name, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry(
            "User:" + access.service(), "*", operation, AclPermissionType.ALLOW));
  }
}
