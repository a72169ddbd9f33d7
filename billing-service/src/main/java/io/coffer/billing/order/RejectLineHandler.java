package io.coffer.billing.order;

import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A line cannot be fulfilled. */
@ApplicationScoped
class RejectLineHandler implements Handler<RejectLine, Settling.State> {

  private final SettleLine line;

  RejectLineHandler(SettleLine line) {
    this.line = line;
  }

  @Override
  public Uni<Settling.State> load(RejectLine command, Envelope envelope) {
    return line.load(envelope.project(), command.order(), command.line());
  }

  @Override
  public Decision decide(Settling.State state, RejectLine command, Envelope envelope) {
    return Settling.reject(
        state, command.line(), command.code(), command.message(), envelope.time());
  }

  @Override
  public Decision absent(RejectLine command) {
    return OrderNotFound.refusal(command.order());
  }
}
