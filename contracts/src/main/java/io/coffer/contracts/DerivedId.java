package io.coffer.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids computed from what caused them, so that gateway, owner and worker agree without a mapping
 * table and a redelivered message makes nothing twice. All are name-based UUIDs of version 5 (RFC
 * 9562).
 */
public final class DerivedId {

  private DerivedId() {}

  /** The version 5 UUID of {@code name} in {@code namespace}. */
  public static UUID of(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(bytes(namespace));
    byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
    hash[6] = (byte) (hash[6] & 0x0f | 0x50);
    hash[8] = (byte) (hash[8] & 0x3f | 0x80);
    ByteBuffer buffer = ByteBuffer.wrap(hash);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** The vault that a creating command makes. */
  public static UUID vault(UUID commandId) {
    return of(commandId, "vault");
  }

  /** The policy that a creating command makes. */
  public static UUID policy(UUID commandId) {
    return of(commandId, "policy");
  }

  /** The policy of a project that an organizational policy was delivered as. */
  public static UUID delivered(UUID organizationPolicyId, String project) {
    return of(organizationPolicyId, project);
  }

  /** The subscription that a creating command makes. */
  public static UUID subscription(UUID commandId) {
    return of(commandId, "subscription");
  }

  /** The command that a policy gives when one of its moments comes for a vault. */
  public static UUID fire(UUID policyId, UUID vaultId, Instant moment) {
    return of(policyId, vaultId + "/" + moment);
  }

  /** The checkpoint that a command makes. */
  public static UUID checkpoint(UUID commandId) {
    return of(commandId, "checkpoint");
  }

  /** The backup of one resource, or of one volume of it, that a command makes. */
  public static UUID backup(UUID commandId, String resourceOrVolumeId) {
    return of(commandId, "backup" + resourceOrVolumeId);
  }

  /** The task, which is also the operation log, of one resource of a command that makes several. */
  public static UUID task(UUID commandId, String resourceId) {
    return of(commandId, resourceId);
  }

  /** The id of the {@code ordinal}-th message that deciding {@code cause} made for one topic. */
  public static UUID message(UUID cause, String topic, int ordinal) {
    return of(cause, topic + '#' + ordinal);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
