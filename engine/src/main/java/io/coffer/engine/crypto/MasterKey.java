package io.coffer.engine.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The keys that a repository's content is sealed under: 32 bytes for encryption, 16 and 16 for the
 * authenticator. The same shape serves the key derived from a password.
 */
public record MasterKey(byte[] encrypt, byte[] macK, byte[] macR) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public MasterKey {
    if (encrypt.length != 32 || macK.length != 16 || macR.length != 16) {
      throw new IllegalArgumentException("a master key has parts of 32, 16 and 16 bytes");
    }
  }

  public static MasterKey random(SecureRandom random) {
    byte[] bytes = new byte[64];
    random.nextBytes(bytes);
    return of(bytes);
  }

  /** Cuts 64 bytes into encryption key, authenticator key and authenticator nonce key. */
  static MasterKey of(byte[] bytes) {
    return new MasterKey(
        Arrays.copyOfRange(bytes, 0, 32),
        Arrays.copyOfRange(bytes, 32, 48),
        Arrays.copyOfRange(bytes, 48, 64));
  }

  /** The JSON that key files carry, sealed under the key of the password. */
  public byte[] toJson() {
    Base64.Encoder base64 = Base64.getEncoder();
    ObjectNode root = JSON.createObjectNode();
    root.putObject("mac")
        .put("k", base64.encodeToString(macK))
        .put("r", base64.encodeToString(macR));
    root.put("encrypt", base64.encodeToString(encrypt));
    return root.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException if the JSON is not that of a master key
   */
  public static MasterKey fromJson(byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      Base64.Decoder base64 = Base64.getDecoder();
      return new MasterKey(
          base64.decode(root.path("encrypt").asText()),
          base64.decode(root.path("mac").path("k").asText()),
          base64.decode(root.path("mac").path("r").asText()));
    } catch (IOException e) {
      throw new IllegalArgumentException("not the JSON of a master key", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MasterKey key
        && Arrays.equals(encrypt, key.encrypt)
        && Arrays.equals(macK, key.macK)
        && Arrays.equals(macR, key.macR);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encrypt);
  }

  @Override
  public String toString() {
    return "MasterKey[hidden]";
  }
}
