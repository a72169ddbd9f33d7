package io.coffer.vault;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceChoices;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.testing.SampleVault;
import io.coffer.vault.operationlog.BackupOperation;
import io.coffer.vault.operationlog.DeleteOperation;
import io.coffer.vault.operationlog.MigrateOperation;
import io.coffer.vault.operationlog.OperationDetails;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationStatus;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.operationlog.RemoveResourcesOperation;
import io.coffer.vault.operationlog.RestoreOperation;
import io.coffer.vault.operationlog.VaultDeleteOperation;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things that tests are about. */
public final class Samples {

  public static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123Z");
  public static final long GB = 1L << 30;

  public static final UUID VAULT = UUID.fromString("00000000-0000-4000-8000-000000000001");
  public static final UUID OTHER_VAULT = UUID.fromString("00000000-0000-4000-8000-000000000002");
  public static final UUID BACKUP = UUID.fromString("00000000-0000-4000-8000-000000000003");
  public static final String PROJECT = "0123456789abcdef0123456789abcdef";

  private Samples() {}

  public static VaultSettings settings(String name) {
    return settings(name, "server", 100, false, false);
  }

  public static VaultSettings settings(
      String name, String objectType, int sizeGb, boolean autoExpand, boolean locked) {
    return SampleVault.settings(
        Map.of(
            "name", name,
            "description", "a vault",
            "objectType", objectType,
            "sizeGb", sizeGb,
            "autoExpand", autoExpand,
            "locked", locked));
  }

  /** Settings of a vault that is paid in this way. */
  public static VaultSettings paid(String mode, boolean autoExpand, boolean demandBilling) {
    return Json.changed(
        settings("vault"),
        Map.of("chargingMode", mode, "autoExpand", autoExpand, "demandBilling", demandBilling));
  }

  public static CreateVault createVault(String name, KnownResource... resources) {
    return new CreateVault(settings(name), Arrays.asList(resources), List.of(), null);
  }

  /** A server with volumes {@code <id>-a}, {@code <id>-b} of 2 and 3 GB. */
  public static KnownResource server(String id, String... excluded) {
    return new KnownResource(
        new ResourceFacts(
            id,
            "OS::Nova::Server",
            "server " + id,
            5,
            List.of(
                new VolumeFacts(id + "-a", "system", 2 * GB, 2, true),
                new VolumeFacts(id + "-b", "data", 3 * GB, 3, false))),
        new ResourceChoices(List.of(excluded)));
  }

  /** The resource with these volumes named as ones to back up. */
  public static KnownResource including(KnownResource resource, IncludedVolume... volumes) {
    return new KnownResource(
        resource.facts(),
        new ResourceChoices(resource.choices().excludeVolumes(), List.of(volumes)));
  }

  /** A disk of 2 GB. */
  public static KnownResource disk(String id) {
    return KnownResource.of(
        new ResourceFacts(
            id,
            "OS::Cinder::Volume",
            "disk " + id,
            2,
            List.of(new VolumeFacts(id, "disk " + id, 2 * GB, 2, false))));
  }

  /** A file system that may hold 500 GB. */
  public static KnownResource turbo(String id) {
    return KnownResource.of(
        new ResourceFacts(
            id,
            "OS::Sfs::Turbo",
            "turbo " + id,
            500,
            List.of(new VolumeFacts(id, "turbo " + id, 500 * GB, 500, false))));
  }

  public static Envelope envelope(UUID id) {
    return envelope(id, PROJECT);
  }

  public static Envelope envelope(UUID id, String project) {
    return Envelope.stamped(id, "test", "test", TIME, project, "user", "req-1");
  }

  public static VaultState vault(VaultStatus status) {
    return vault(status, false, 0);
  }

  public static VaultState vault(VaultStatus status, boolean locked, long usedBytes) {
    return vault(VAULT, status, settings("vault", "server", 100, false, locked), usedBytes, 1);
  }

  /** A vault that is not frozen, and of which nothing was told. */
  public static VaultState vault(
      UUID id, VaultStatus status, VaultSettings settings, long usedBytes, int backups) {
    return new VaultState(id, status, settings, usedBytes, backups, List.of(), false);
  }

  /** The same vault, paid in advance. */
  public static VaultState bought(VaultState vault) {
    return vault(
        vault.id(),
        vault.status(),
        Json.changed(vault.settings(), Map.of("chargingMode", "pre_paid")),
        vault.usedBytes(),
        vault.backups());
  }

  /** The resource as it stands in {@link #VAULT}. */
  public static ResourceState bound(KnownResource resource, ResourceStatus status) {
    return bound(resource, status, VAULT);
  }

  public static ResourceState bound(KnownResource resource, ResourceStatus status, UUID vaultId) {
    ResourceFacts facts = resource.facts();
    return new ResourceState(
        facts.id(), facts.type(), facts.name(), vaultId, status, resource.choices(), null);
  }

  /** A task under way on a resource. */
  public static OperationState running(OperationType type, String resourceId, String targetId) {
    return task(type, OperationStatus.running, resourceId, targetId);
  }

  /** A task on a resource and the backup {@link #BACKUP} of it. */
  public static OperationState task(
      OperationType type, OperationStatus status, String resourceId, String targetId) {
    OperationDetails details =
        switch (type) {
          case backup -> new BackupOperation(BACKUP, "backup", null);
          case restore -> new RestoreOperation(BACKUP, "backup", targetId, "target");
          case delete -> new DeleteOperation(BACKUP, "backup");
          case copy -> new MigrateOperation(OTHER_VAULT, List.of(BACKUP));
          case vault_delete -> new VaultDeleteOperation(1);
          default -> new RemoveResourcesOperation(List.of("s1"), 3);
        };
    return new OperationState(
        DerivedId.task(VAULT, type + resourceId + targetId),
        status,
        VAULT,
        resourceId,
        "OS::Nova::Server",
        "name",
        targetId,
        details);
  }

  /** The code of a refusal; null when it is accepted. */
  public static String code(Decision decision) {
    return decision instanceof Decision.Refused refused ? refused.error().code() : null;
  }
}
