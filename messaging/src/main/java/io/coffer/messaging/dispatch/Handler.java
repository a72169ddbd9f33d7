package io.coffer.messaging.dispatch;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Message;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;

/**
 * What a service does with one kind of message; it is found as a bean by the message that it names.
 * What returns a {@code Uni} runs inside the transaction that the dispatcher opened, on one
 * session: no second query beside the first, no thread of its own. What returns a {@code Decision}
 * is a pure function.
 *
 * @param <M> a message, or the sealed interface of all messages that are handled alike
 * @param <S> an immutable record of what the decision needs to know
 */
public interface Handler<M extends Message, S> {

  /**
   * Whether there is anything to decide about an event of another service, as far as the event
   * itself says. What is not decided needs no claim.
   */
  default boolean concerns(M message) {
    return true;
  }

  /** Reads what the decision needs; null when what the message is about is not there. */
  Uni<S> load(M message, Envelope envelope);

  /** Knows no clock but {@link Envelope#time()}. */
  Decision decide(S state, M message, Envelope envelope);

  /** What is decided when nothing was loaded. */
  default Decision absent(M message) {
    throw new IllegalStateException(getClass().getName() + " loads nothing");
  }

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
