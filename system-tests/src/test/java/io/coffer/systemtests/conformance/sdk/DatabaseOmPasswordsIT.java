package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.conformance.Covers;
import io.coffer.systemtests.stack.Contents;
import io.coffer.systemtests.stack.Leaks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class DatabaseOmPasswordsIT extends DatabaseOmCustomer {

  private static final String PLACED = "coffer.dbom-order.place.v1";

  @Test
  @Covers({"CreateDbOmInstancePeriod", "ResetDbOmPassword"})
  void tellsNoPasswordToAnybody() throws Exception {
    List<String> canaries = new ArrayList<>();
    String id = bought(canary(canaries));
    resets(id, canary(canaries));
    om.place(DatabaseOm.order(name + "-unpaid", canary(canaries)));
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("asset_nums", 31),
            Map.of("name", "a b"),
            Map.of("product_infos", List.of(DatabaseOm.edition("dbss.unheard.of"))),
            Map.of("comment", canary(canaries).repeat(20)))) {
      Map<String, Object> order = DatabaseOm.order(name, canary(canaries));
      order.putAll(wrong);
      assertThat(om.refusedOrder(order).body()).doesNotContain("Canary-");
    }
    String weak = "canary" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    canaries.add(weak);
    assertThat(om.refusedOrder(DatabaseOm.order(name, weak)).body()).doesNotContain(weak);
    om.calls.refused(
        "POST",
        DatabaseOm.path(UUID.randomUUID().toString(), "password/reset"),
        Map.of("user_name", "sysadmin", "new_password", canary(canaries)));
    om.does("POST", id, "stop", null);
    refused(
        400,
        "DBS.200011",
        "POST",
        id,
        "password/reset",
        Map.of("user_name", "sysadmin", "new_password", canary(canaries)));
    comesTo("SHUTOFF NO_TASK");

    List<String> writings =
        canaries.stream().flatMap(canary -> Leaks.writings(canary).stream()).toList();
    becomesADeadLetter();
    Contents contents = new Contents(sdk.stack());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(contents.topicsWith(List.of(name)))
                    .contains("billing-commands", "billing-events", "billing-commands.dlq"));
    assertThat(contents.topicsWith(writings)).as("topics with passwords").isEmpty();
    assertThat(contents.tablesWith(List.of(name)))
        .contains("billing-service store.customer_order", "billing-service store.dbom_instance");
    assertThat(contents.tablesWith(writings)).as("tables with passwords").isEmpty();
    assertThat(Leaks.inClear(sdk.stack().home(), writings)).as("files with passwords").isEmpty();
    assertThat(Leaks.inClear(sdk.stack().home(), List.of(name))).as("files searched").isNotEmpty();
    om.does("DELETE", id, "", null);
  }

  /** The order comes once more, in a form that nobody can read. */
  private void becomesADeadLetter() throws Exception {
    AtomicReference<ConsumerRecord<byte[], byte[]>> order = new AtomicReference<>();
    new Contents(sdk.stack())
        .records(
            record -> {
              if (record.topic().equals("billing-commands")
                  && text(record.headers().lastHeader("ce_type").value()).equals(PLACED)
                  && text(record.value()).contains(name)) {
                order.set(record);
              }
            });
    ConsumerRecord<byte[], byte[]> sent = order.get();
    ObjectNode broken = (ObjectNode) Json.MAPPER.readTree(sent.value());
    assertThat(broken.at("/password/sealed").isTextual()).isTrue();
    broken.remove("instanceId");
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(sent.topic(), sent.key(), Json.MAPPER.writeValueAsBytes(broken));
    sent.headers().forEach(again.headers()::add);
    again.headers().remove("ce_id");
    again.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    try (var producer =
        new KafkaProducer<>(
            sdk.stack().kafka(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(again).get();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String canary(List<String> canaries) {
    String canary = "Canary-" + UUID.randomUUID().toString().substring(0, 23);
    canaries.add(canary);
    return canary;
  }

  private void resets(String id, String password) {
    om.does(
        "POST", id, "password/reset", Map.of("user_name", "sysadmin", "new_password", password));
  }
}
