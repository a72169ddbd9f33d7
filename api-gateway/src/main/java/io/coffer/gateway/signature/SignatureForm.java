package io.coffer.gateway.signature;

/**
 * The three ways in which clients of this API sign. They differ in the key and in what is signed
 * beside the request.
 */
public enum SignatureForm {

  /** {@code SDK-HMAC-SHA256 Access=}: the secret key itself is the signing key. */
  ACCESS("SDK-HMAC-SHA256"),

  /** {@code SDK-HMAC-SHA256 Credential=}: the older form with a chain of keys and a scope. */
  CREDENTIAL("SDK-HMAC-SHA256"),

  /** {@code V11-HMAC-SHA256 Credential=}: a key derived for one day, region and service. */
  DERIVED("V11-HMAC-SHA256");

  private final String algorithm;

  SignatureForm(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The word that opens the Authorization header and the string to sign. */
  public String algorithm() {
    return algorithm;
  }
}
