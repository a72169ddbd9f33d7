package io.coffer.gateway.contract;

import io.coffer.gateway.error.ApiException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query of a request, decoded once. */
public final class QueryParameters {

  private static final int MOST = 1_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private QueryParameters() {}

  /**
   * Decodes a raw query; null for none.
   *
   * @throws ApiException 400 when it is not percent-encoded UTF-8 or has too many parts
   */
  public static QueryParameters parse(String raw) {
    QueryParameters parameters = new QueryParameters();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    String[] parts = raw.split("&", MOST + 1);
    if (parts.length > MOST) {
      throw ApiException.invalid("The query has more than " + MOST + " parameters.");
    }
    for (String part : parts) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decode(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : decode(part.substring(equals + 1));
        parameters.values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
      }
    }
    return parameters;
  }

  /** All values of a parameter in their order; empty when absent. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first value of a parameter; null when absent. */
  public String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : all.get(0);
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put(hex(text, i));
        i += 2;
      } else {
        bytes.put((c == '+' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw badlyEncoded();
    }
  }

  private static byte hex(String text, int percent) {
    if (percent + 2 < text.length()) {
      int high = Character.digit(text.charAt(percent + 1), 16);
      int low = Character.digit(text.charAt(percent + 2), 16);
      if (high >= 0 && low >= 0) {
        return (byte) (high << 4 | low);
      }
    }
    throw badlyEncoded();
  }

  private static ApiException badlyEncoded() {
    return ApiException.invalid("The query is not percent-encoded UTF-8.");
  }
}
