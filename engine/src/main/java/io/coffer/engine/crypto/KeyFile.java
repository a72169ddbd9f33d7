package io.coffer.engine.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** A key file: the master key, sealed under a key that scrypt derives from a password. */
public final class KeyFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int R = 8;
  private static final int P = 1;
  private static final int SALT_BYTES = 64;

  /** Where a password comes from: what it costs to try one has to make up for a poor one. */
  public enum PasswordOrigin {
    CHOSEN(1 << 15),
    /** Nobody guesses one of 128 random bits or more, however cheap a guess is. */
    RANDOM(1 << 10);

    private final int cost;

    PasswordOrigin(int cost) {
      this.cost = cost;
    }
  }

  private KeyFile() {}

  /** The bytes of a new key file. */
  public static byte[] seal(
      MasterKey master,
      byte[] password,
      PasswordOrigin origin,
      String user,
      String host,
      SecureRandom random) {
    if (password.length == 0) {
      throw new IllegalArgumentException("an empty password");
    }
    int n = origin.cost;
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] sealed = new Sealer(derive(password, salt, n, R, P)).seal(master.toJson());
    ObjectNode root = JSON.createObjectNode();
    root.put("created", Instant.now().toString());
    root.put("username", user);
    root.put("hostname", host);
    root.put("kdf", "scrypt").put("N", n).put("r", R).put("p", P);
    root.put("salt", Base64.getEncoder().encodeToString(salt));
    root.put("data", Base64.getEncoder().encodeToString(sealed));
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The master key in a key file.
   *
   * @throws BadSealException if the password is not that of the file
   * @throws IllegalArgumentException if the bytes are not a key file this engine knows
   */
  public static MasterKey open(byte[] file, byte[] password) {
    try {
      JsonNode root = JSON.readTree(file);
      if (!root.path("kdf").asText().equals("scrypt")) {
        throw new IllegalArgumentException("a key file with an unknown derivation");
      }
      ScryptCost cost = new ScryptCost(number(root, "N"), number(root, "r"), number(root, "p"));
      cost.check();
      byte[] salt = Base64.getDecoder().decode(root.path("salt").asText());
      byte[] data = Base64.getDecoder().decode(root.path("data").asText());
      if (data.length < Sealer.OVERHEAD) {
        throw new IllegalArgumentException("a key file without a key");
      }
      MasterKey user = derive(password, salt, (int) cost.n(), (int) cost.r(), (int) cost.p());
      return MasterKey.fromJson(new Sealer(user).open(data));
    } catch (IOException e) {
      throw new IllegalArgumentException("not a key file", e);
    }
  }

  private static long number(JsonNode root, String name) {
    JsonNode number = root.path(name);
    if (!number.canConvertToLong() || !number.isIntegralNumber()) {
      throw new IllegalArgumentException("a key file whose " + name + " is no number");
    }
    return number.asLong();
  }

  private static MasterKey derive(byte[] password, byte[] salt, int n, int r, int p) {
    return MasterKey.of(Scrypt.derive(password, salt, n, r, p, 64));
  }
}
