package io.coffer.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopicTest {

  @Test
  void keepsFactsForEverAndNothingElse() {
    assertThat(Arrays.stream(Topic.values()).filter(topic -> topic.retention().isEmpty()))
        .containsExactly(
            Topic.VAULT_EVENTS, Topic.POLICY_EVENTS, Topic.BILLING_EVENTS, Topic.TASK_EVENTS);
  }

  @Test
  void namesTheDeadLettersAfterTheTopic() {
    assertThat(Topic.VAULT_COMMANDS.deadLetterName()).isEqualTo("vault-commands.dlq");
  }
}
