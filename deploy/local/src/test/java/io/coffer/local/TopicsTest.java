package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void everyTopicHasItsDeadLetters() {
    assertThat(Topics.all("")).hasSize(2 * Topic.values().length);
  }

  @Test
  void eventsAreKeptForEver() {
    assertThat(retention(Topic.VAULT_EVENTS.topicName())).isEqualTo("-1");
  }

  @Test
  void commandsAreKeptForTwoWeeks() {
    assertThat(retention(Topic.VAULT_COMMANDS.topicName())).isEqualTo("1209600000");
  }

  @Test
  void deadLettersAreKeptForNinetyDays() {
    assertThat(retention(Topic.VAULT_EVENTS.deadLetterName())).isEqualTo("7776000000");
  }

  private static String retention(String name) {
    NewTopic found =
        Topics.all("").stream()
            .filter(topic -> topic.name().equals(name))
            .findFirst()
            .orElseThrow();
    return found.configs().get(TopicConfig.RETENTION_MS_CONFIG);
  }
}
