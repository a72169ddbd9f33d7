package io.coffer.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The text that clients hash and sign. Where clients disagree about one request, all readings are
 * offered: they can only differ when a header or a key of the query comes more than once, when one
 * goes beyond ASCII, or when an older client posts nothing.
 */
final class CanonicalRequest {

  /** Stands for the hash of a body that the client did not hash. */
  static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private static final String CONTENT_HASH = "x-sdk-content-sha256";

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
    for (String headers : CanonicalHeaders.readings(request, header)) {
      if (header.form() == SignatureForm.CREDENTIAL) {
        String query = CanonicalQuery.older(request.query());
        readings.add(text(request, header, query, headers, payload));
        if (request.method().equals("POST") && request.body().length == 0 && declared == null) {
          byte[] asBody = CanonicalQuery.asBody(request.query()).getBytes(StandardCharsets.UTF_8);
          readings.add(text(request, header, "", headers, Encoding.sha256(asBody)));
        }
      } else {
        for (String query : CanonicalQuery.current(request.query())) {
          readings.add(text(request, header, query, headers, payload));
        }
      }
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
}
