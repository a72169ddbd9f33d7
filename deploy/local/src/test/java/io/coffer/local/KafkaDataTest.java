package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaDataTest {

  private static final String[] TORN = {"", "#\n", "version=1\ncluster.id=", "\\u00", "\0\0\0"};

  @TempDir private Path directory;
  private Path data;
  private Path identity;

  @BeforeEach
  void make() {
    data = directory.resolve("data");
    identity = data.resolve("meta.properties");
    new KafkaData(data).prepare();
  }

  @Test
  void aTornIdentityComesBackFromItsCopy() throws IOException {
    String made = Files.readString(identity);
    for (String torn : TORN) {
      Files.writeString(identity, torn);
      new KafkaData(data).prepare();
      assertThat(Files.readString(identity)).as(torn).isEqualTo(made);
    }
    Files.delete(identity);
    new KafkaData(data).prepare();
    assertThat(Files.readString(identity)).isEqualTo(made);
  }

  @Test
  void recordsAreNotGivenANewIdentity() throws IOException {
    Files.createDirectories(data.resolve("__cluster_metadata-0"));
    for (String torn : TORN) {
      Files.writeString(identity, torn);
      Files.writeString(directory.resolve("data.meta.properties"), torn);
      assertThatThrownBy(() -> new KafkaData(data).prepare())
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining(identity.toString());
    }
  }

  @Test
  void anInterruptedFirstStartIsMadeAgain() throws IOException {
    Files.delete(directory.resolve("data.meta.properties"));
    for (String torn : TORN) {
      Files.writeString(identity, torn);
      new KafkaData(data).prepare();
      assertThat(Files.readString(identity)).contains("cluster.id", "directory.id");
      Files.delete(directory.resolve("data.meta.properties"));
    }
  }

  @Test
  void aTornVoteIsForgotten() throws IOException {
    Path vote =
        Files.createDirectories(data.resolve("__cluster_metadata-0")).resolve("quorum-state");
    Files.writeString(vote, "{\"leaderId\":1}");
    new KafkaData(data).prepare();
    assertThat(vote).exists();
    for (String torn : new String[] {"", "{\"leaderId\"", "\0\0"}) {
      Files.writeString(vote, torn);
      new KafkaData(data).prepare();
      assertThat(vote).doesNotExist();
    }
  }
}
