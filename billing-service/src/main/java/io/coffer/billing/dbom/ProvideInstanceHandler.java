package io.coffer.billing.dbom;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.dbom.InstanceEvent.InstanceCreated;
import io.coffer.contracts.dbom.InstanceOrderCommand.ProvideInstance;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Begins to make an instance that is paid for. Its order is told when it runs, or never will. */
@ApplicationScoped
class ProvideInstanceHandler implements Handler<ProvideInstance, ProvideInstanceHandler.State> {

  /** How many instances a project may have. */
  static final int MOST = 100;

  private final InstanceStore instances;

  ProvideInstanceHandler(InstanceStore instances) {
    this.instances = instances;
  }

  /**
   * What is known.
   *
   * @param present how many instances there are
   */
  record State(long present) {}

  @Override
  public Uni<State> load(ProvideInstance command, Envelope envelope) {
    return instances.numberOf(envelope.project()).map(State::new);
  }

  @Override
  public Decision decide(State state, ProvideInstance command, Envelope envelope) {
    return state.present() >= MOST
        ? refused(
            command,
            CbrError.INSTANCE_STATUS_INVALID,
            "There are " + MOST + " instances already, which is the most a project may have.")
        : Decision.accept(
            new InstanceCreated(
                command.instanceId(), command.settings(), command.order(), envelope.time()));
  }

  /** Who paid gets it back. */
  @Override
  public Decision abandon(ProvideInstance command, Envelope envelope) {
    return refused(command, CbrError.UNKNOWN_ERROR, "The instance could not be made.");
  }

  private static Decision refused(ProvideInstance command, CbrError error, String why) {
    return LineEnd.refused(List.of(), command.order(), command.instanceId(), error, why);
  }
}
