package io.coffer.billing.order;

import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A line was fulfilled. */
@ApplicationScoped
class ConfirmLineHandler implements Handler<ConfirmLine, Settling.State> {

  private final SettleLine line;
  private final OrderSettings settings;

  ConfirmLineHandler(SettleLine line, OrderSettings settings) {
    this.line = line;
    this.settings = settings;
  }

  @Override
  public Uni<Settling.State> load(ConfirmLine command, Envelope envelope) {
    return line.load(envelope.project(), command.order(), command.line());
  }

  @Override
  public Decision decide(Settling.State state, ConfirmLine command, Envelope envelope) {
    return Settling.confirm(state, command.line(), settings, envelope.time());
  }

  @Override
  public Decision absent(ConfirmLine command) {
    return OrderNotFound.refusal(command.order());
  }
}
