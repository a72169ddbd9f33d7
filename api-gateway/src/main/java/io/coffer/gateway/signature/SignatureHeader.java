package io.coffer.gateway.signature;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Authorization header of a signed request.
 *
 * @param scope what follows the access key in a credential: date, region, service; empty in the
 *     form without one
 * @param signedHeaders lower-case names in the order in which they were signed
 * @param signature 64 lower-case hex digits
 */
public record SignatureHeader(
    SignatureForm form,
    String accessKey,
    List<String> scope,
    List<String> signedHeaders,
    String signature) {

  /** The header that tells when a request was signed. Always signed itself. */
  public static final String DATE = "x-sdk-date";

  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ACCESS_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern HEADER_NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,128}");
  private static final int MOST_HEADERS = 64;

  /** Whether the header claims one of the algorithms known here, well formed or not. */
  public static boolean isSignature(String authorization) {
    return authorization.startsWith("SDK-HMAC-SHA256 ")
        || authorization.startsWith("V11-HMAC-SHA256 ");
  }

  /** Reads the header; empty when it is malformed or signs without the date. */
  public static Optional<SignatureHeader> parse(String authorization) {
    int space = authorization.indexOf(' ');
    if (space < 0 || authorization.length() > 4096) {
      return Optional.empty();
    }
    String algorithm = authorization.substring(0, space);
    Map<String, String> parts = parts(authorization.substring(space + 1));
    if (parts.size() != 3
        || !parts.containsKey("SignedHeaders")
        || !parts.containsKey("Signature")) {
      return Optional.empty();
    }
    List<String> headers = List.of(parts.get("SignedHeaders").split(";", MOST_HEADERS + 1));
    String signature = parts.get("Signature").toLowerCase(Locale.ROOT);
    if (!SIGNATURE.matcher(signature).matches() || !sound(headers)) {
      return Optional.empty();
    }
    if (parts.containsKey("Access")) {
      return algorithm.equals(SignatureForm.ACCESS.algorithm())
          ? of(SignatureForm.ACCESS, parts.get("Access"), List.of(), headers, signature)
          : Optional.empty();
    }
    return credential(algorithm, parts.getOrDefault("Credential", ""), headers, signature);
  }

  private static Optional<SignatureHeader> credential(
      String algorithm, String credential, List<String> headers, String signature) {
    List<String> words = List.of(credential.split("/", -1));
    if (algorithm.equals(SignatureForm.DERIVED.algorithm()) && words.size() == 4) {
      return of(SignatureForm.DERIVED, words.get(0), words.subList(1, 4), headers, signature);
    }
    if (algorithm.equals(SignatureForm.CREDENTIAL.algorithm())
        && words.size() == 5
        && words.get(4).equals("sdk_request")) {
      return of(SignatureForm.CREDENTIAL, words.get(0), words.subList(1, 4), headers, signature);
    }
    return Optional.empty();
  }

  private static Optional<SignatureHeader> of(
      SignatureForm form, String key, List<String> scope, List<String> headers, String signature) {
    return ACCESS_KEY.matcher(key).matches()
        ? Optional.of(new SignatureHeader(form, key, scope, headers, signature))
        : Optional.empty();
  }

  private static boolean sound(List<String> headers) {
    return headers.size() <= MOST_HEADERS
        && headers.contains(DATE)
        && headers.stream().allMatch(name -> HEADER_NAME.matcher(name).matches());
  }

  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.split(",", 5)) {
      int equals = part.indexOf('=');
      if (equals < 0
          || parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip())
              != null) {
        return Map.of();
      }
    }
    return parts;
  }
}
