package io.coffer.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.KeyFile;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.Polynomial;
import io.coffer.engine.crypto.Sealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * All that makes a repository the one it is, made once and before it: the key file and the config
 * are part of it byte for byte, so that whoever creates the repository from the same keys, at the
 * same time or again, writes the same two files.
 *
 * @param password opens the repository for the stock tools, if it is text
 * @param repositoryId 64 hex digits
 * @param polynomial irreducible, of degree 53
 */
public record RepositoryKeys(
    String password,
    MasterKey masterKey,
    String repositoryId,
    long polynomial,
    byte[] keyFile,
    byte[] configFile) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USER = "coffer";

  /** New keys with a random password of 192 bits. */
  public static RepositoryKeys generate() {
    byte[] password = new byte[24];
    new SecureRandom().nextBytes(password);
    return generate(
        Base64.getUrlEncoder().withoutPadding().encode(password), KeyFile.PasswordOrigin.RANDOM);
  }

  /** New keys for a password that somebody chose. */
  public static RepositoryKeys generate(String password) {
    return generate(password.getBytes(StandardCharsets.UTF_8));
  }

  /** New keys for a password that somebody chose, of any bytes. */
  public static RepositoryKeys generate(byte[] password) {
    return generate(password, KeyFile.PasswordOrigin.CHOSEN);
  }

  private static RepositoryKeys generate(byte[] password, KeyFile.PasswordOrigin origin) {
    SecureRandom random = new SecureRandom();
    MasterKey master = MasterKey.random(random);
    byte[] id = new byte[BlobId.BYTES];
    random.nextBytes(id);
    RepositoryConfig config =
        new RepositoryConfig(BlobId.of(id, 0).hex(), Polynomial.random(random));
    return new RepositoryKeys(
        new String(password, StandardCharsets.UTF_8),
        master,
        config.id(),
        config.polynomial(),
        KeyFile.seal(master, password, origin, USER, USER, random),
        new Sealer(master).seal(config.encode()));
  }

  /** The name of the key file. */
  String keyFileName() {
    return new Hasher().id(keyFile, 0, keyFile.length).hex();
  }

  /** All of it as bytes, secrets included: for the caller to seal. */
  public byte[] serialize() {
    Base64.Encoder base64 = Base64.getEncoder();
    ObjectNode root = JSON.createObjectNode();
    root.put("version", 1);
    root.put("password", password);
    root.put("master_key", base64.encodeToString(masterKey.toJson()));
    root.put("repository_id", repositoryId);
    root.put("polynomial", Long.toHexString(polynomial));
    root.put("key_file", base64.encodeToString(keyFile));
    root.put("config_file", base64.encodeToString(configFile));
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException if the bytes are not what {@link #serialize} gave
   */
  public static RepositoryKeys deserialize(byte[] bytes) {
    try {
      JsonNode root = JSON.readTree(bytes);
      if (root.path("version").asInt() != 1) {
        throw new IllegalArgumentException("repository keys of an unknown version");
      }
      Base64.Decoder base64 = Base64.getDecoder();
      return new RepositoryKeys(
          root.path("password").asText(),
          MasterKey.fromJson(base64.decode(root.path("master_key").asText())),
          root.path("repository_id").asText(),
          Long.parseLong(root.path("polynomial").asText(), 16),
          base64.decode(root.path("key_file").asText()),
          base64.decode(root.path("config_file").asText()));
    } catch (IOException e) {
      throw new IllegalArgumentException("not repository keys", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RepositoryKeys keys && Arrays.equals(serialize(), keys.serialize());
  }

  @Override
  public int hashCode() {
    return repositoryId.hashCode();
  }

  @Override
  public String toString() {
    return "RepositoryKeys[" + repositoryId + "]";
  }
}
