package io.coffer.messaging.outcome;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Topic;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.UnreadableException;
import io.coffer.messaging.outbox.Outgoing;
import java.util.Map;
import java.util.Optional;

/**
 * The record that tells every gateway how a command ended: subject = the command, {@link #STATUS} =
 * the HTTP status, value = the public JSON as it goes to the caller, empty when there is none.
 */
public final class OutcomeRecords {

  /** The header with the HTTP status. */
  public static final String STATUS = "coffer-status";

  /** The header with the id of the command. */
  public static final String COMMAND = "ce_subject";

  /**
   * The header of a command with the SHA-256 of the request that it was made of, in hex. Kept with
   * the outcome, so that an honest repeat of the request is known even where the command would
   * carry other facts today.
   */
  public static final String REQUEST = "coffer-request-sha256";

  private static final String TYPE = "coffer.outcome.v1";

  private OutcomeRecords() {}

  /** Whether somebody may wait for the outcome of a message of this type. */
  public static boolean expected(Envelope command) {
    return Catalogue.find(command.type())
        .map(entry -> Topic.ANSWERED.contains(entry.topic()))
        .orElse(false);
  }

  /** The outcome of the command with this envelope, written by this service. */
  public static Outgoing of(Envelope command, String service, Answer answer) {
    Envelope envelope =
        command.effect(
            command.project(),
            DerivedId.message(command.id(), Topic.OUTCOMES.topicName(), 0),
            TYPE,
            service,
            command.id().toString(),
            0);
    Map<String, String> headers = EnvelopeHeaders.write(envelope);
    headers.put(STATUS, Integer.toString(answer.status()));
    return new Outgoing(
        command.project(), Topic.OUTCOMES.topicName(), command.project(), headers, answer.bytes());
  }

  /**
   * The outcome of a record that is no command, where it can be told which command it was meant to
   * be.
   */
  public static Optional<Outgoing> ofUnreadable(Incoming incoming, String service) {
    if (Topic.ANSWERED.stream().noneMatch(topic -> topic.topicName().equals(incoming.topic()))) {
      return Optional.empty();
    }
    try {
      Envelope envelope = EnvelopeHeaders.read(incoming.headers());
      return envelope.project().equals(incoming.key())
          ? Optional.of(of(envelope, service, Answer.error(CbrError.UNKNOWN_ERROR, null)))
          : Optional.empty();
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }
}
