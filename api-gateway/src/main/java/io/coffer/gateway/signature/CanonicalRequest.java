package io.coffer.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text that clients hash and sign. Where clients disagree about one request, all readings are
 * offered: they can only differ when a header comes more than once or an older client posts
 * nothing.
 */
final class CanonicalRequest {

  /** Stands for the hash of a body that the client did not hash. */
  static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private static final String CONTENT_HASH = "x-sdk-content-sha256";
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private CanonicalRequest() {}

  /** Every reading of this request; none when its declared body hash is not that of its body. */
  static Set<String> readings(SignedRequest request, SignatureHeader header) {
    Set<String> readings = new LinkedHashSet<>();
    String hash = Encoding.sha256(request.body());
    String declared = request.header(CONTENT_HASH);
    if (declared != null && !declared.equals(UNSIGNED)) {
      if (!declared.toLowerCase(Locale.ROOT).equals(hash)) {
        return readings;
      }
    }
    String payload = declared == null ? hash : declared;
    String headers = firstValues(request, header);
    if (header.form() == SignatureForm.CREDENTIAL) {
      readings.add(text(request, header, CanonicalQuery.older(request.query()), headers, payload));
      if (request.method().equals("POST") && request.body().length == 0 && declared == null) {
        byte[] query = CanonicalQuery.asBody(request.query()).getBytes(StandardCharsets.UTF_8);
        readings.add(text(request, header, "", headers, Encoding.sha256(query)));
      }
    } else {
      String query = CanonicalQuery.current(request.query());
      readings.add(text(request, header, query, headers, payload));
      readings.add(text(request, header, query, allValues(request, header), payload));
    }
    return readings;
  }

  private static String text(
      SignedRequest request, SignatureHeader header, String query, String headers, String payload) {
    return String.join(
        "\n",
        request.method(),
        path(request.path()),
        query,
        headers,
        String.join(";", header.signedHeaders()),
        payload);
  }

  /**
   * Decoded as a whole, so that an encoded slash divides segments, and always with a slash at the
   * end.
   */
  private static String path(String raw) {
    String path = Encoding.encode(Encoding.decode(raw, false), '/');
    return path.endsWith("/") ? path : path + "/";
  }

  private static String firstValues(SignedRequest request, SignatureHeader header) {
    boolean older = header.form() == SignatureForm.CREDENTIAL;
    StringBuilder lines = new StringBuilder();
    for (String name : header.signedHeaders()) {
      String value = request.header(name);
      String text = value == null ? "" : value.strip();
      line(lines, name, older ? SPACES.matcher(text).replaceAll(" ") : text);
    }
    return lines.toString();
  }

  private static String allValues(SignedRequest request, SignatureHeader header) {
    StringBuilder lines = new StringBuilder();
    for (String name : header.signedHeaders()) {
      List<String> values =
          request.headers().apply(name).stream().map(String::strip).sorted().toList();
      (values.isEmpty() ? List.of("") : values).forEach(value -> line(lines, name, value));
    }
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, String value) {
    lines.append(name).append(':').append(value).append('\n');
  }
}
