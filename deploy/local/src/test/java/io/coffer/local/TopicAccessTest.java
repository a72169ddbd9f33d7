package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicAccessTest {

  @Test
  void everyTopicHasWhoWritesItAndWhoReadsIt() {
    assertThat(union(true)).isEqualTo(EnumSet.allOf(Topic.class));
    assertThat(union(false)).isEqualTo(EnumSet.allOf(Topic.class));
  }

  @Test
  void onlyTheOwnerAsksForWork() {
    assertThat(TopicAccess.ALL)
        .filteredOn(access -> access.writes().contains(Topic.WORK_COMMANDS))
        .extracting(TopicAccess::service)
        .containsExactly("vault-service");
  }

  @Test
  void everyChannelOfAServiceMayReadItsTopic() throws IOException {
    for (TopicAccess access : TopicAccess.ALL) {
      Properties channels = new Properties();
      try (Reader file =
          Files.newBufferedReader(
              Path.of("../..", access.service(), "src/main/resources/application.properties"))) {
        channels.load(file);
      }
      Set<String> readable =
          access.reads().stream().map(Topic::topicName).collect(Collectors.toSet());
      assertThat(channels.stringPropertyNames())
          .filteredOn(name -> name.matches("mp[.]messaging[.]incoming[.][a-z-]+[.]topic"))
          .allSatisfy(name -> assertThat(readable).contains(channels.getProperty(name)));
    }
  }

  private static Set<Topic> union(boolean written) {
    return TopicAccess.ALL.stream()
        .flatMap(access -> (written ? access.writes() : access.reads()).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
  }
}
