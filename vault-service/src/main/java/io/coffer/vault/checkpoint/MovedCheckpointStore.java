package io.coffer.vault.checkpoint;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.vault.backup.BackupRow;
import io.coffer.vault.backup.BackupStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How restore points follow backups into another vault. One whose backups are all there is there
 * itself. Until then those that moved are in a twin of it, which ends when the others come.
 */
@ApplicationScoped
public class MovedCheckpointStore {

  private final CheckpointStore checkpoints;
  private final BackupStore backups;

  MovedCheckpointStore(CheckpointStore checkpoints, BackupStore backups) {
    this.checkpoints = checkpoints;
    this.backups = backups;
  }

  /**
   * @param moved backups with those of single volumes
   */
  public Uni<Void> follow(String project, List<BackupRow> moved, UUID vaultId, Instant at) {
    Map<UUID, List<BackupRow>> points =
        moved.stream()
            .collect(
                Collectors.groupingBy(row -> row.checkpointId, TreeMap::new, Collectors.toList()));
    return Sequence.each(
        List.copyOf(points.values()), rows -> followOne(project, rows, vaultId, at));
  }

  private Uni<Void> followOne(String project, List<BackupRow> rows, UUID vaultId, Instant at) {
    UUID id = rows.get(0).checkpointId;
    UUID twinId = DerivedId.of(id, "in/" + vaultId);
    int parts = (int) rows.stream().filter(row -> row.parentId == null).count();
    return checkpoints
        .one(project, id)
        .chain(
            point ->
                checkpoints
                    .of(project, twinId)
                    .chain(
                        twin ->
                            point.backups == parts
                                ? move(point, twin, vaultId, at)
                                : split(point, twin, rows, twinId, vaultId, at)));
  }

  /** The last ones came: it takes back those that came before. */
  private Uni<Void> move(CheckpointRow point, CheckpointRow twin, UUID vaultId, Instant at) {
    point.vaultId = vaultId;
    point.updatedAt = at;
    if (twin == null) {
      return Uni.createFrom().voidItem();
    }
    point.take(twin.backups, twin.succeeded);
    return backups.joined(twin.id, point.id).chain(() -> checkpoints.delete(twin));
  }

  private Uni<Void> split(
      CheckpointRow point,
      CheckpointRow known,
      List<BackupRow> rows,
      UUID twinId,
      UUID vaultId,
      Instant at) {
    int parts = (int) rows.stream().filter(row -> row.parentId == null).count();
    int good =
        (int) rows.stream().filter(row -> row.parentId == null && row.snapshotId != null).count();
    CheckpointRow twin = known == null ? point.twin(twinId, vaultId) : known;
    point.take(-parts, -good);
    point.updatedAt = at;
    twin.take(parts, good);
    twin.updatedAt = at;
    rows.forEach(row -> row.checkpointId = twinId);
    return known == null
        ? checkpoints.persist(twin).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }
}
