package io.coffer.billing.order;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes an order of something that is to be made, or to be paid in another way. */
@ApplicationScoped
public class PlaceOrderHandler implements Handler<PlaceOrder, Placing.State> {

  private final OrderDesk desk;
  private final OrderAnswers answers;

  PlaceOrderHandler(OrderDesk desk, OrderAnswers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @Override
  public Uni<Placing.State> load(PlaceOrder command, Envelope envelope) {
    return desk.known(envelope, command.combined());
  }

  @Override
  public Decision decide(Placing.State state, PlaceOrder command, Envelope envelope) {
    CombinedOrder combined = command.combined();
    if (combined != null && combined.orders() != null && state.parts() >= combined.orders()) {
      return Decision.refuse(
          CbrError.INVALID_PARAMETER,
          "combined_order_num is "
              + combined.orders()
              + ", and so many orders are parts of "
              + combined.id()
              + " already.");
    }
    return desk.take(
        state,
        new Placing.Draft(
            command.service(),
            OrderType.of(command.type()),
            command.autoPay(),
            command.lines(),
            combined),
        envelope);
  }

  @Override
  public Decision absent(PlaceOrder command) {
    return NoAccount.refusal();
  }

  @Override
  public Uni<Answer> answer(PlaceOrder command, Envelope envelope) {
    return answers.placed(envelope.project(), envelope.id());
  }
}
