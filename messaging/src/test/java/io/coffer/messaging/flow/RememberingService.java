package io.coffer.messaging.flow;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The smallest service there can be: it remembers the names it was given, and some names make it
 * misbehave.
 */
@ApplicationScoped
class RememberingService implements Fold, Handler<CreateVault, String> {

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.VAULT_EVENTS, Topic.TASK_EVENTS);
  }

  @Override
  public Uni<String> load(CreateVault command, Envelope envelope) {
    return Uni.createFrom().item(command.settings().name());
  }

  @Override
  public Decision decide(String name, CreateVault command, Envelope envelope) {
    return switch (name) {
      case "poison" -> throw new IllegalStateException("this one always fails");
      case "refused" -> Decision.refuse(CbrError.VAULT_SIZE_INVALID, "size: no.");
      case "nothing" -> Decision.accept(created(null, command, envelope));
      default -> Decision.accept(created(DerivedId.vault(envelope.id()), command, envelope));
    };
  }

  private static VaultCreated created(UUID vault, CreateVault command, Envelope envelope) {
    return new VaultCreated(
        vault, command.settings(), List.of(), envelope.caller(), envelope.time(), null);
  }

  @Override
  public Uni<Answer> answer(CreateVault command, Envelope envelope) {
    String name = command.settings().name();
    return Uni.createFrom().item(Answer.ok(Json.MAPPER.createObjectNode().put("name", name)));
  }

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    RememberedRow row = new RememberedRow();
    if (event instanceof VaultCreated created) {
      row.id = created.vaultId();
      row.name = created.settings().name();
    } else {
      row.id = ((TaskSucceeded) event).taskId();
      row.name = "copy";
    }
    row.project = envelope.project();
    row.seq = envelope.seq();
    return Panache.getSession().chain(session -> session.persist(row));
  }
}
