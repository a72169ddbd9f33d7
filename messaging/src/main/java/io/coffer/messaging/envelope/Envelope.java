package io.coffer.messaging.envelope;

import io.coffer.contracts.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * What a message says about itself: the CloudEvents attributes and Coffer's own, as they ride in
 * record headers.
 *
 * @param id the message; for a command also the operation log and the job it makes
 * @param type the name in the catalogue
 * @param source the process that wrote it
 * @param subject the id of what it is about; null when nothing that has one yet
 * @param time when the edge stamped what started all this; the only clock a decision knows
 * @param project the record's key: the unit of order and of tenancy
 * @param seq the place among the events of its owner in this project, from 1, without gaps; 0 for
 *     what is not an event
 * @param cause the message whose decision made this one; null at the edge
 * @param caller the user on whose behalf it happens; null when nobody asked
 * @param requestId what the caller was told as {@code X-Request-Id}; null when nobody asked
 * @param traceparent W3C trace context; null when not traced
 */
public record Envelope(
    UUID id,
    String type,
    String source,
    String subject,
    Instant time,
    String project,
    long seq,
    UUID cause,
    String caller,
    String requestId,
    String traceparent) {

  /** The envelope of something new at the edge. */
  public static Envelope stamped(
      UUID id,
      String type,
      String source,
      Instant time,
      String project,
      String caller,
      String requestId) {
    return new Envelope(id, type, source, null, time, project, 0, null, caller, requestId, null);
  }

  /** The envelope of a message that deciding the message of this envelope made for a project. */
  public Envelope effect(
      String project, UUID id, String type, String source, String subject, long seq) {
    return new Envelope(
        id, type, source, subject, time, project, seq, this.id, caller, requestId, traceparent);
  }

  /** The envelope of this message, with what it is about. */
  public Envelope about(Message message) {
    String about = Landmarks.subject(message);
    return new Envelope(
        id, type, source, about, time, project, seq, cause, caller, requestId, traceparent);
  }
}
