package io.coffer.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a stack keeps in topics and tables, as a reader of them sees it: files on disk may hold the
 * same compressed, where no search finds it.
 */
public final class Contents {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final RunningStack stack;

  public Contents(RunningStack stack) {
    this.stack = stack;
  }

  /** Shows every record of every topic, the dead letters included. */
  public void records(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            stack.kafka(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(info -> !info.topic().startsWith("__"))
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(POLL).forEach(reader);
      }
    }
  }

  /** The topics in which one of these texts stands, in a value or in a header. */
  public List<String> topicsWith(List<String> texts) {
    List<String> found = new ArrayList<>();
    records(
        record -> {
          if (!found.contains(record.topic())) {
            StringBuilder whole = new StringBuilder(text(record.value()));
            record.headers().forEach(header -> whole.append('\n').append(text(header.value())));
            if (texts.stream().anyMatch(text -> whole.indexOf(text) >= 0)) {
              found.add(record.topic());
            }
          }
        });
    return found;
  }

  /** The tables in which one of these texts stands, each with its database before it. */
  public List<String> tablesWith(List<String> texts) throws SQLException {
    List<String> found = new ArrayList<>();
    for (JsonNode database : stack.credentials().path("databases")) {
      try (Connection connection = Databases.connect(database)) {
        for (String table : tables(connection)) {
          if (holds(connection, table, texts)) {
            found.add(database.path("service").asText() + " " + table);
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static boolean holds(Connection connection, String table, List<String> texts)
      throws SQLException {
    String sql =
        "select exists (select from "
            + table
            + " t where exists (select from unnest(?) w where strpos(t::text, w) > 0))";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("text", texts.toArray()));
      ResultSet answer = query.executeQuery();
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
