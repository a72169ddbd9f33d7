package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.messaging.dispatch.Handlers;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.owner.fold.OwnerFold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class CompletenessIT {

  @Inject Handlers handlers;

  @Inject OwnerFold fold;

  @Test
  void appliesEveryKindOfEventThatMayBeOnTheTopic() {
    assertThat(List.<Class<?>>copyOf(fold.applied())).containsAll(on(Topic.VAULT_EVENTS));
    assertThat(fold.topics()).containsExactlyInAnyOrder(Topic.VAULT_EVENTS, Topic.POLICY_EVENTS);
  }

  @Test
  void decidesEveryKindOfMessageThatMayBeOnItsTopics() {
    assertThat(on(Topic.VAULT_COMMANDS)).isNotEmpty().allMatch(handlers::decides);
    assertThat(on(Topic.TASK_EVENTS)).isNotEmpty().allMatch(handlers::decides);
    assertThat(on(Topic.VAULT_EVENTS)).noneMatch(handlers::decides);
  }

  private static List<Class<? extends Message>> on(Topic topic) {
    return Catalogue.entries().stream()
        .filter(entry -> entry.topic() == topic)
        .<Class<? extends Message>>map(Catalogue.Entry::message)
        .toList();
  }
}
