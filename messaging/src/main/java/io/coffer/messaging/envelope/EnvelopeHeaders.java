package io.coffer.messaging.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Writes and reads an {@link Envelope} as record headers, CloudEvents in binary mode. The only
 * class that knows their names.
 */
public final class EnvelopeHeaders {

  private static final String ID = "ce_id";
  private static final String TYPE = "ce_type";
  private static final String SOURCE = "ce_source";
  private static final String SUBJECT = "ce_subject";
  private static final String TIME = "ce_time";
  private static final String PROJECT = "coffer-project";
  private static final String SEQ = "coffer-seq";
  private static final String CAUSE = "coffer-cause";
  private static final String CALLER = "coffer-caller";
  private static final String REQUEST = "coffer-request-id";
  private static final String TRACE = "traceparent";

  /** More than any value that is written, and little enough to be written once more. */
  private static final int MOST_CHARACTERS = 512;

  private EnvelopeHeaders() {}

  /** The headers of an envelope, in a fixed order, absent ones left out. */
  public static Map<String, String> write(Envelope envelope) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put(ID, envelope.id().toString());
    headers.put(TYPE, envelope.type());
    headers.put(SOURCE, envelope.source());
    put(headers, SUBJECT, envelope.subject());
    headers.put(TIME, envelope.time().toString());
    headers.put("content-type", "application/json");
    headers.put(PROJECT, envelope.project());
    put(headers, SEQ, envelope.seq() == 0 ? null : envelope.seq());
    put(headers, CAUSE, envelope.cause());
    put(headers, CALLER, envelope.caller());
    put(headers, REQUEST, envelope.requestId());
    put(headers, TRACE, envelope.traceparent());
    return headers;
  }

  /**
   * The envelope that these headers hold.
   *
   * @throws UnreadableException when a mandatory one is missing, or one is malformed or is more
   *     than a database or a record of ours could hold; the message names it
   */
  public static Envelope read(Map<String, String> headers) {
    return new Envelope(
        uuid(ID, mandatory(headers, ID)),
        mandatory(headers, TYPE),
        mandatory(headers, SOURCE),
        value(headers, SUBJECT),
        time(mandatory(headers, TIME)),
        mandatory(headers, PROJECT),
        number(value(headers, SEQ)),
        headers.containsKey(CAUSE) ? uuid(CAUSE, headers.get(CAUSE)) : null,
        value(headers, CALLER),
        value(headers, REQUEST),
        value(headers, TRACE));
  }

  private static void put(Map<String, String> headers, String name, Object value) {
    if (value != null) {
      headers.put(name, value.toString());
    }
  }

  private static String mandatory(Map<String, String> headers, String name) {
    String value = value(headers, name);
    if (value == null || value.isEmpty()) {
      throw new UnreadableException("header " + name + " is missing");
    }
    return value;
  }

  private static String value(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value != null && (value.length() > MOST_CHARACTERS || value.indexOf('\0') >= 0)) {
      throw new UnreadableException("header " + name + " is too long or holds a zero byte");
    }
    return value;
  }

  private static UUID uuid(String name, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("header " + name + " is not a UUID");
    }
  }

  private static Instant time(String value) {
    try {
      Instant time = Instant.parse(value);
      if (!Landmarks.isKept(time)) {
        throw new UnreadableException("header " + TIME + " is not a time of ours");
      }
      return time;
    } catch (DateTimeException e) {
      throw new UnreadableException("header " + TIME + " is not an instant");
    }
  }

  private static long number(String value) {
    try {
      return value == null ? 0 : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new UnreadableException("header " + SEQ + " is not a number");
    }
  }
}
