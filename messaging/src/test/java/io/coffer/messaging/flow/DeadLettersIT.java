package io.coffer.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody can handle is set aside, and the next has its turn. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeadLettersIT extends DispatchScene {

  @Test
  void givesUpPoisonOnceAnswersItAndGoesOn() throws Exception {
    UUID poison = UUID.randomUUID();
    wire.send(UUID.randomUUID(), project, "before");
    wire.send(poison, project, "poison");
    wire.send(UUID.randomUUID(), project, "after");
    until(() -> wire.on("outcomes", project).size() == 3);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("coffer-status"))
        .containsExactly("200", "500", "200");
    assertThat(new String(wire.on("outcomes", project).get(1).value(), StandardCharsets.UTF_8))
        .contains("BackupService.9910");
    Incoming dead = only("vault-commands.dlq");
    assertThat(dead.headers().get("dlq-reason")).contains("this one always fails");
    assertThat(dead.headers())
        .containsEntry("ce_id", poison.toString())
        .containsEntry("dlq-topic", "vault-commands");
    assertThat(remembered()).isEqualTo(2);
  }

  /** A fact without an id ends each fold of its project. */
  @Test
  void writesNoFactThatIsAboutNothingWhoeverDecidesIt() throws Exception {
    wire.send(UUID.randomUUID(), project, "before");
    wire.send(UUID.randomUUID(), project, "nothing");
    wire.send(UUID.randomUUID(), project, "after");
    until(() -> wire.on("outcomes", project).size() == 3);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("coffer-status"))
        .containsExactly("200", "500", "200");
    assertThat(only("vault-commands.dlq").headers().get("dlq-reason"))
        .contains("a VaultCreated that has no vaultId");
    until(() -> wire.on("vault-events", project).size() == 2);
    assertThat(wire.on("vault-events", project))
        .extracting(r -> r.headers().get("coffer-seq"))
        .containsExactly("1", "2");
    assertThat(remembered()).isEqualTo(2);
  }

  @Test
  void decidesPoisonAnewWhenItIsHandedInAgain() throws Exception {
    UUID poison = UUID.randomUUID();
    wire.send(poison, project, "poison");
    only("outcomes");
    wire.send(poison, project, "poison");
    until(() -> wire.on("outcomes", project).size() == 2);
    until(() -> wire.on("vault-commands.dlq", project).size() == 2);
    assertThat(wire.on("outcomes", project))
        .extracting(r -> r.headers().get("coffer-status"))
        .containsExactly("500", "500");
  }

  @Test
  void setsAsideWhatIsNoMessageAndGoesOn() throws Exception {
    byte[] garbage = {0, (byte) 0xff, '{', 0};
    wire.send(project, Map.of("strange", "\0"), garbage);
    wire.send(project, Map.of(), null);
    wire.send(
        project,
        EnvelopeHeaders.write(RawWire.envelope(UUID.randomUUID(), "another", RawWire.named("x"))),
        garbage);
    wire.send(UUID.randomUUID(), project, "after");
    only("outcomes");
    until(() -> wire.on("vault-commands.dlq", project).size() == 3);
    assertThat(wire.on("vault-commands.dlq", project).get(0).value()).isEqualTo(garbage);
  }
}
