package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupCommand.Mapping;
import io.coffer.contracts.vault.BackupCommand.RestoreBackup;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
import io.coffer.messaging.decision.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which volume takes the bytes of which backup, or why that cannot be. */
record RestoreTargets(List<VolumeTarget> volumes, Decision refusal) {

  /**
   * Pairs volumes.
   *
   * @param parts the backups of single volumes that may be written back
   */
  static RestoreTargets of(RestoreBackup command, BackupState asked, List<BackupState> parts) {
    List<VolumeTarget> volumes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Pair pair : pairs(command, asked, parts)) {
      if (pair.part == null) {
        return no(
            CbrError.INVALID_PARAMETER,
            "mappings names backup " + pair.named + ", which is not a part of this backup.");
      }
      if (!taken.add(pair.volumeId) || !taken.add(pair.part.id().toString())) {
        return no(
            CbrError.INVALID_PARAMETER,
            "mappings names backup " + pair.part.id() + " or volume " + pair.volumeId + " twice.");
      }
      Optional<RestoreTargets> wrong = misfit(command, asked, pair);
      if (wrong.isPresent()) {
        return wrong.get();
      }
      volumes.add(new VolumeTarget(pair.part.resourceId(), pair.volumeId));
    }
    return new RestoreTargets(volumes, null);
  }

  private record Pair(Object named, BackupState part, String volumeId) {}

  private static List<Pair> pairs(
      RestoreBackup command, BackupState asked, List<BackupState> parts) {
    ResourceFacts target = command.facts();
    if (!command.mappings().isEmpty()) {
      return command.mappings().stream().map(mapping -> pair(mapping, parts)).toList();
    }
    if (target != null && asked.isOfOne() && isVolume(target)) {
      return List.of(new Pair(asked.id(), asked, target.id()));
    }
    return parts.stream().map(part -> new Pair(part.id(), part, part.resourceId())).toList();
  }

  private static Pair pair(Mapping mapping, List<BackupState> parts) {
    BackupState part =
        parts.stream().filter(row -> row.id().equals(mapping.backupId())).findFirst().orElse(null);
    return new Pair(mapping.backupId(), part, mapping.volumeId());
  }

  /** Without facts there is nothing to compare: then the worker finds out. */
  private static Optional<RestoreTargets> misfit(
      RestoreBackup command, BackupState asked, Pair pair) {
    ResourceFacts target = command.facts();
    if (target == null) {
      return Optional.empty();
    }
    for (VolumeFacts volume : target.volumes()) {
      if (volume.id().equals(pair.volumeId)) {
        return volume.sizeBytes() < pair.part.sizeBytes()
            ? Optional.of(tooSmall(volume, pair.part))
            : Optional.empty();
      }
    }
    return Optional.of(
        command.mappings().isEmpty() && !target.id().equals(asked.resourceId())
            ? no(
                CbrError.INVALID_PARAMETER,
                "mappings is needed to restore onto another resource than "
                    + asked.resourceId()
                    + ".")
            : no(
                CbrError.DISK_NOT_FOUND,
                "Resource " + target.id() + " has no volume " + pair.volumeId + "."));
  }

  private static RestoreTargets tooSmall(VolumeFacts volume, BackupState part) {
    return no(
        CbrError.TARGET_DISK_TOO_SMALL,
        "Volume "
            + volume.id()
            + " has "
            + volume.sizeBytes()
            + " bytes, backup "
            + part.id()
            + " has "
            + part.sizeBytes()
            + ".");
  }

  private static boolean isVolume(ResourceFacts target) {
    return target.volumes().size() == 1 && target.volumes().get(0).id().equals(target.id());
  }

  private static RestoreTargets no(CbrError error, String message) {
    return new RestoreTargets(List.of(), Decision.refuse(error, message));
  }
}
