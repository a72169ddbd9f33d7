package io.coffer.messaging.dispatch;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Message;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;

/**
 * What a service does with one kind of message. All methods run inside the transaction that the
 * dispatcher opened, on one session: no second query beside the first, no thread of their own, no
 * clock but {@link Envelope#time()}.
 */
public interface Handler<M extends Message> {

  /** Loads what the decision needs and decides. */
  Uni<Decision> decide(M message, Envelope envelope);

  /**
   * What the caller is told once the facts are applied. Asked only for commands that were accepted.
   */
  default Uni<Answer> answer(M message, Envelope envelope) {
    return Uni.createFrom().item(Answer.noContent());
  }

  /**
   * What becomes of a message whose decision keeps failing though the database is up. It goes to
   * the dead letters as well; this is the outcome that keeps others from waiting for it.
   */
  default Decision abandon(M message, Envelope envelope) {
    return Decision.refuse(CbrError.UNKNOWN_ERROR, null);
  }
}
