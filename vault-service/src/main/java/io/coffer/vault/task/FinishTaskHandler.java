package io.coffer.vault.task;

import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskStarted;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupEvent.OperationStarted;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.notice.Notices;
import io.coffer.vault.operationlog.OperationDetails.Ending;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationStatus;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes workers at their word; what the end of a task means stands with its kind. */
@ApplicationScoped
class FinishTaskHandler implements Handler<TaskEvent, FinishTaskHandler.State> {

  private final OperationLogStore logs;
  private final VaultStore vaults;
  private final ResourceStore resources;

  FinishTaskHandler(OperationLogStore logs, VaultStore vaults, ResourceStore resources) {
    this.logs = logs;
    this.vaults = vaults;
    this.resources = resources;
  }

  /**
   * What is known.
   *
   * @param vault where it writes; null when it is gone, as the task is over then
   * @param removal the removal of resources that waits for this deletion; null for none
   */
  record State(OperationState task, VaultState vault, OperationState removal) {}

  @Override
  public Uni<State> load(TaskEvent event, Envelope envelope) {
    String project = envelope.project();
    return Loading.of(logs.state(project, event.taskId()))
        .then(task -> vaults.state(project, task.details().writtenVault(task)))
        .then((task, vault) -> removal(project, task))
        .as(State::new);
  }

  /** A word on a task that is over changes nothing. */
  @Override
  public Decision decide(State state, TaskEvent event, Envelope envelope) {
    OperationState task = state.task();
    if (task.status().isOver()) {
      return Decision.nothing();
    }
    if (event instanceof TaskStarted started) {
      return task.status() == OperationStatus.waiting
          ? Decision.accept(new OperationStarted(task.vaultId(), task.id(), started.startedAt()))
          : Decision.nothing();
    }
    Ending ending =
        new Ending(task, state.vault().settings(), state.vault().usedBytes(), state.removal());
    List<Event> events =
        event instanceof TaskSucceeded result
            ? task.details().succeeded(ending, result)
            : task.details().failed(ending, (TaskFailed) event);
    Decision.Accepted ended =
        Notices.with(
            Decision.accept(events).and(task.details().next(task, event instanceof TaskSucceeded)),
            state.vault().watched(),
            envelope);
    return mayFree(events, state.vault()) ? ended.and(new BindResources(task.vaultId())) : ended;
  }

  /** Whether resources are free now, or there is a place in a vault that they join. */
  private static boolean mayFree(List<Event> events, VaultState vault) {
    return events.stream()
        .anyMatch(
            event ->
                event instanceof VaultDeleted
                    || event instanceof ResourceMigrated
                    || event instanceof ResourcesRemoved && vault.settings().autoBind());
  }

  /** A word on a task that nobody here ordered changes nothing. */
  @Override
  public Decision absent(TaskEvent event) {
    return Decision.nothing();
  }

  /** The removal that waits for this deletion: that of the resource the backup is of. */
  private Uni<OperationState> removal(String project, OperationState task) {
    return task.type() != OperationType.delete
        ? Uni.createFrom().nullItem()
        : resources
            .removalOf(project, task.vaultId(), task.resourceId())
            .onItem()
            .ifNotNull()
            .transformToUni(id -> logs.state(project, id));
  }
}
