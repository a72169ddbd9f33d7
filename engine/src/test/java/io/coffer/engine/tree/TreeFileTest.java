package io.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeFileTest {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-02T03:04:05.060Z");
  private static final BlobId ID = new Hasher().id(new byte[0], 0, 0);

  @Test
  void writesTheCanonicalForm() {
    Node file = Node.file("b<", Metadata.synthetic(0644, TIME), 3, List.of(ID));
    Node folder = Node.folder("a\"", Metadata.synthetic(0755 | FileMode.DIR, TIME), ID);
    String times =
        "\"mtime\":\"T\",\"atime\":\"T\",\"ctime\":\"T\",\"uid\":0,\"gid\":0"
            .replace("T", "2026-01-02T03:04:05.06Z");
    assertThat(new String(TreeFile.encode(List.of(file, folder))))
        .isEqualTo(
            "{\"nodes\":[{\"name\":\"a\\\\\\\"\",\"type\":\"dir\",\"mode\":2147484141,"
                + times
                + ",\"content\":null,\"subtree\":\""
                + ID
                + "\"},{\"name\":\"b\\u003c\",\"type\":\"file\",\"mode\":420,"
                + times
                + ",\"size\":3,\"links\":1,\"content\":[\""
                + ID
                + "\"]}]}\n");
  }

  @Test
  void readsWhatItWrites() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      StringBuilder name = new StringBuilder("x");
      for (int i = random.nextInt(12); i > 0; i--) {
        name.append((char) (1 + random.nextInt(255)));
      }
      Node node =
          Node.file(
              name.toString().replace('/', '_'), Metadata.synthetic(0600, TIME), 0, List.of());
      byte[] json = TreeFile.encode(List.of(node));
      assertThat(TreeParser.parse(ID, json, json.length)).containsExactly(node);
      assertThat(GoText.unquote(GoText.quote(node.name()))).isEqualTo(node.name());
    }
  }

  /** The second would be reached through the first. */
  @Test
  void refusesOneNameTwiceWhateverStandsBetween() {
    for (List<String> names :
        List.of(List.of("a", "a"), List.of("b", "c", "b"), List.of("\u00e9", "\u00e9", "z"))) {
      byte[] json = unordered(names);
      assertThatThrownBy(() -> TreeParser.parse(ID, json, json.length))
          .isInstanceOf(DamagedException.class)
          .hasMessageContaining(ID.hex());
    }
    byte[] sound = unordered(List.of("A", "B", "a", "\u00e9"));
    assertThat(TreeParser.parse(ID, sound, sound.length)).hasSize(4);
  }

  /** Trees of one entry each, sewn together as they come. */
  private static byte[] unordered(List<String> names) {
    StringBuilder json = new StringBuilder("{\"nodes\":[");
    for (String name : names) {
      Metadata metadata = Metadata.synthetic(0644, TIME);
      Node node = Node.file(name, metadata, 0, List.of());
      String one = new String(TreeFile.encode(List.of(node)), StandardCharsets.UTF_8);
      json.append(json.length() > 10 ? "," : "");
      json.append(one, one.indexOf('[') + 1, one.lastIndexOf(']'));
    }
    return json.append("]}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void timesComeBackInEveryZone() {
    for (String text :
        List.of(
            "1969-12-31T23:59:59.999999999Z",
            "2026-07-01T00:00:00Z",
            "2026-07-01T00:00:00.5+02:00",
            "0001-01-01T00:00:00-11:30")) {
      StringBuilder out = new StringBuilder();
      TreeTime.append(out, TreeTime.parse(text));
      assertThat(out).hasToString(text);
    }
    assertThatThrownBy(() -> TreeTime.parse("2026-07-0xT00:00:00Z"))
        .isInstanceOf(DateTimeException.class);
  }
}
