package io.coffer.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The header part of a canonical request: a line for each signed header. */
final class CanonicalHeaders {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private CanonicalHeaders() {}

  /**
   * Every reading of the signed headers. Of one that comes more than once, clients sign the first
   * value or all; bytes beyond ASCII they mean as UTF-8 or as Latin-1, which is how the server
   * reads them.
   */
  static Set<String> readings(SignedRequest request, SignatureHeader header) {
    Set<String> readings = new LinkedHashSet<>();
    for (UnaryOperator<String> charset :
        List.<UnaryOperator<String>>of(UnaryOperator.identity(), CanonicalHeaders::utf8)) {
      readings.add(firstValues(request, header, charset));
      if (header.form() != SignatureForm.CREDENTIAL) {
        readings.add(allValues(request, header, charset));
      }
    }
    return readings;
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String firstValues(
      SignedRequest request, SignatureHeader header, UnaryOperator<String> charset) {
    boolean older = header.form() == SignatureForm.CREDENTIAL;
    StringBuilder lines = new StringBuilder();
    for (String name : header.signedHeaders()) {
      String value = request.header(name);
      String text = value == null ? "" : charset.apply(value).strip();
      line(lines, name, older ? SPACES.matcher(text).replaceAll(" ") : text);
    }
    return lines.toString();
  }

  private static String allValues(
      SignedRequest request, SignatureHeader header, UnaryOperator<String> charset) {
    StringBuilder lines = new StringBuilder();
    for (String name : header.signedHeaders()) {
      List<String> values =
          request.headers().apply(name).stream()
              .map(value -> charset.apply(value).strip())
              .sorted()
              .toList();
      (values.isEmpty() ? List.of("") : values).forEach(value -> line(lines, name, value));
    }
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, String value) {
    lines.append(name).append(':').append(value).append('\n');
  }
}
