package io.coffer.systemtests.faults.poison;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that are no messages, each in a way of its own, drawn from a seed. */
final class Poison {

  private static final int SHAPES = 50;
  private static final int HUGE = 3_500_000;

  private final Topic topic;
  private final String project;
  private final Random random;

  Poison(Topic topic, String project, Random random) {
    this.topic = topic;
    this.project = project;
    this.random = random;
  }

  /** Fifty of them: every broken value, and with it every way in which headers and keys break. */
  List<ProducerRecord<String, byte[]>> shapes() {
    List<byte[]> values = values();
    List<ProducerRecord<String, byte[]>> shapes = new ArrayList<>();
    for (int i = 0; i < SHAPES; i++) {
      shapes.add(record(i, values.get(i % values.size())));
    }
    return shapes;
  }

  private ProducerRecord<String, byte[]> record(int shape, byte[] value) {
    Map<String, byte[]> headers = sound(shape);
    String key = project;
    switch (shape % 13) {
      case 1 -> headers.replaceAll((name, sound) -> null);
      case 2 -> headers.clear();
      case 3 -> headers.put("ce_id", bytes("no id"));
      case 4 -> headers.put("ce_time", bytes("+999999999-01-01T00:00:00Z"));
      case 5 -> headers.put("ce_type", bytes("coffer.nothing.v" + random.nextInt()));
      case 6 -> headers.put("coffer-seq", bytes("99999999999999999999"));
      case 7 -> key = null;
      case 8 -> key = "a stranger's";
      case 9 -> {
        key = "z\0ro";
        headers.put("coffer-project", bytes(key));
      }
      case 10 -> headers.put("ce_subject", new byte[200_000]);
      case 11 -> {
        key = "k".repeat(3_000);
        headers.put("coffer-project", bytes(key));
        random.ints(3_000).forEach(name -> headers.put("h" + name, new byte[20]));
      }
      case 12 -> {
        byte[] status = headers.remove("coffer-status");
        headers.put("coffer-status", random.nextBoolean() ? null : new byte[] {-1, 0, status[0]});
      }
      default -> {}
    }
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, value);
    headers.forEach((name, header) -> record.headers().add(name, header));
    return record;
  }

  private Map<String, byte[]> sound(int shape) {
    List<String> types =
        Catalogue.entries().stream()
            .filter(entry -> entry.topic() == topic)
            .map(Catalogue.Entry::type)
            .toList();
    String type = types.isEmpty() ? "coffer.outcome.v1" : types.get(shape % types.size());
    Map<String, byte[]> headers = new LinkedHashMap<>();
    headers.put("ce_id", bytes(uuid()));
    headers.put("ce_type", bytes(type));
    headers.put("ce_source", bytes("poison"));
    headers.put("ce_subject", bytes(uuid()));
    headers.put("ce_time", bytes("2026-01-01T00:00:00Z"));
    headers.put("coffer-project", bytes(project));
    headers.put("coffer-seq", bytes(Integer.toString(1 + random.nextInt(1_000))));
    headers.put("coffer-status", bytes("200"));
    return headers;
  }

  private List<byte[]> values() {
    byte[] noise = new byte[1 + random.nextInt(2_000)];
    random.nextBytes(noise);
    List<byte[]> values = new ArrayList<>();
    for (String text :
        List.of(
            "{}",
            "",
            "null",
            "[]",
            "7",
            "\"" + uuid() + "\"",
            "{ not json",
            "[".repeat(5_000),
            "{\"a\":" + "9".repeat(2_000) + "}",
            "{\"vaultId\":7,\"taskId\":[],\"settings\":\"\"}",
            "{\"vaultId\":\"none\",\"taskId\":\"none\",\"backupId\":\"none\"}",
            "{\"taskId\":null,\"vaultId\":null,\"resources\":null}",
            "{\"settings\":{\"name\":\"\\ud800\\u0000\",\"bindRuleTags\":[null]}}",
            "{\"taskId\":\"1-1-1-1-1\",\"reportedAt\":\"+200000-01-01T00:00:00Z\"}")) {
      values.add(bytes(text));
    }
    values.add(null);
    values.add(noise);
    values.add(new byte[HUGE]);
    return values;
  }

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
