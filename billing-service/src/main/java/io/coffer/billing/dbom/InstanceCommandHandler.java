package io.coffer.billing.dbom;

import io.coffer.billing.dbom.login.LoginStore;
import io.coffer.contracts.dbom.InstanceCommand;
import io.coffer.contracts.dbom.InstanceCommand.ResetInstancePassword;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Does what clients ask of instances. */
@ApplicationScoped
class InstanceCommandHandler implements Handler<InstanceCommand, InstanceState> {

  private static final Answer SUCCESS = Answer.ok(Map.of("result", "success"));

  private final InstanceStore instances;
  private final LoginStore logins;

  InstanceCommandHandler(InstanceStore instances, LoginStore logins) {
    this.instances = instances;
    this.logins = logins;
  }

  @Override
  public Uni<InstanceState> load(InstanceCommand command, Envelope envelope) {
    return instances.state(envelope.project(), command.instanceId());
  }

  @Override
  public Decision decide(InstanceState instance, InstanceCommand command, Envelope envelope) {
    return InstanceDecisions.decide(instance, command, envelope.time());
  }

  @Override
  public Decision absent(InstanceCommand command) {
    return InstanceDecisions.absent(command);
  }

  /** A password is no fact, sealed or not: it is kept here, where it is known to be accepted. */
  @Override
  public Uni<Answer> answer(InstanceCommand command, Envelope envelope) {
    return command instanceof ResetInstancePassword reset
        ? logins
            .keep(reset.instanceId(), reset.userName(), reset.newPassword(), envelope)
            .replaceWith(SUCCESS)
        : Uni.createFrom().item(SUCCESS);
  }
}
