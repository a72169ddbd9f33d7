package io.coffer.systemtests.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.contracts.Topic;
import io.coffer.systemtests.stack.AnyWorker;
import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody else with a login on this machine, who knows where everything is. */
@AnyWorker
@ExtendWith(WholeStack.class)
class OtherUserIT {

  @Test
  @EnabledIfSystemProperty(
      named = "user.name",
      matches = "root",
      disabledReason = "only root becomes another user")
  void readsNoFileOfTheHomeEvenWhenItsDoorIsOpen(RunningStack stack) throws Exception {
    Nobody.run("true").ok();
    Set<PosixFilePermission> shut = Files.getPosixFilePermissions(stack.home());
    Files.setPosixFilePermissions(stack.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      for (String command : List.of("cat", "touch")) {
        for (String path :
            List.of(
                "keys/kafka/operator.properties",
                "keys/internal.token",
                "keys/sealing.key",
                "credentials.json",
                "kafka/data/meta.properties",
                "postgres/data/PG_VERSION")) {
          assertThat(Nobody.run(command, stack.home().resolve(path).toString()).exit())
              .as("%s %s", command, path)
              .isNotZero();
        }
      }
      Launched readable =
          Nobody.run("find", stack.home().toString(), "-mindepth", "1", "-type", "f", "-readable");
      assertThat(readable.out()).isBlank();
    } finally {
      Files.setPosixFilePermissions(stack.home(), shut);
    }
  }

  @Test
  @EnabledIfSystemProperty(
      named = "user.name",
      matches = "root",
      disabledReason = "only root becomes another user")
  void findsNoSecretOnTheCommandLinesAndNoEnvironment(RunningStack stack) throws Exception {
    Nobody.run("true").ok();
    for (String process : List.of("kafka", "api-gateway", "vault-service", "backup-worker")) {
      String proc = "/proc/" + stack.pid(process);
      assertThat(Nobody.run("cat", proc + "/environ").exit()).as(process).isNotZero();
      String line = Nobody.run("cat", proc + "/cmdline").ok().out();
      for (Object secret : stack.kafka(Map.of()).values()) {
        assertThat(line).doesNotContain(secret.toString());
      }
    }
  }

  @Test
  void reachesTheBrokersPortsAndGetsNoFurther(RunningStack stack) {
    for (String topic : List.of(Topic.WORK_COMMANDS.topicName(), "vault-commands", "task-events")) {
      Map<String, Object> plain =
          Map.of(
              "bootstrap.servers", "127.0.0.1:" + stack.port("kafka"),
              "max.block.ms", 3000,
              "delivery.timeout.ms", 3000,
              "request.timeout.ms", 2000);
      try (var forger =
          new KafkaProducer<>(plain, new StringSerializer(), new StringSerializer())) {
        assertThatThrownBy(() -> forger.send(new ProducerRecord<>(topic, "key", "forged")).get())
            .isInstanceOf(ExecutionException.class);
      }
    }
  }
}
