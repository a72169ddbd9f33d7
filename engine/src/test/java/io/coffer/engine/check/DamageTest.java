package io.coffer.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.EngineException;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.SoakReport;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupRequest;
import io.coffer.engine.backup.BlockSource;
import io.coffer.engine.backup.VolumeBackup;
import io.coffer.engine.backup.VolumeSource;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.RestoreTarget;
import io.coffer.engine.restore.VolumeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Never a wrong byte out of a damaged repository, always an error that names what is hurt. */
class DamageTest {
  private static final int SEEDS = Integer.getInteger("coffer.damage.seeds", 20);
  private static final List<FileType> KINDS =
      List.of(FileType.PACK, FileType.INDEX, FileType.SNAPSHOT);

  enum Damage {
    FLIP,
    TRUNCATION,
    LOSS
  }

  @TempDir Path folder;
  private RepositoryKeys keys;
  private Path repo;
  private Path volume;
  private String snapshot;

  @BeforeEach
  void backUp() throws IOException {
    keys = RepositoryKeys.generate();
    repo = folder.resolve("repo");
    volume = SeededVolume.write(folder.resolve("vol"), 1_500_000, 3);
    Repository repository = Repository.create(new LocalStore(repo), keys);
    try (FileChannel channel = FileChannel.open(volume)) {
      VolumeSource source = new VolumeSource("/s/v.raw", BlockSource.of(channel), 65536);
      snapshot =
          new VolumeBackup(repository)
              .run(
                  new BackupRequest(
                      List.of(source),
                      List.of(),
                      "coffer",
                      List.of(),
                      OffsetDateTime.now(),
                      Optional.empty()),
                  BackupListener.NONE)
              .snapshotId();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isToldAndNeverRestored(Damage damage) throws IOException {
    LocalStore store = new LocalStore(repo);
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      FileType kind = KINDS.get(seed % KINDS.size());
      List<StoredFile> files = store.list(kind);
      files.sort(Comparator.comparing(StoredFile::name));
      String name = files.get(random.nextInt(files.size())).name();
      byte[] good = store.read(kind, name);
      store.delete(kind, name);
      if (damage != Damage.LOSS) {
        store.write(kind, name, damaged(good, damage, random));
      }
      String what = damage + " of " + kind + ", seed " + seed;
      restoresRightOrNotAtAll(what, kind);
      CheckResult result = new Check(open()).run(true);
      if (kind != FileType.SNAPSHOT || damage != Damage.LOSS) {
        assertThat(result.isClean()).as(what).isFalse();
        assertThat(result.errors().toString()).as(what).containsAnyOf(name, "in no index");
        assertThat(result.damagedSnapshots()).as(what).contains(snapshot);
      }
      store.write(kind, name, good);
    }
    assertThat(new Check(open()).run(true).errors()).isEmpty();
    SoakReport.note(
        "damage: " + damage.name().toLowerCase(Locale.ROOT),
        "%d seeds over packs, indexes and snapshots; each was told by name, none restored",
        SEEDS);
  }

  @ParameterizedTest
  @EnumSource
  void ofKeyAndConfigIsToldAtOpen(Damage damage) {
    LocalStore store = new LocalStore(repo);
    for (int seed = 0; seed < Math.min(SEEDS, 1000); seed++) {
      Random random = new Random(seed);
      FileType kind = seed % 2 == 0 ? FileType.CONFIG : FileType.KEY;
      String name = kind == FileType.CONFIG ? "" : store.list(kind).get(0).name();
      byte[] good = store.read(kind, name);
      store.delete(kind, name);
      if (damage != Damage.LOSS) {
        store.write(kind, name, damaged(good, damage, random));
      }
      assertThatThrownBy(() -> Repository.open(store, keys.password()))
          .as("%s of %s, seed %d", damage, kind, seed)
          .isInstanceOf(EngineException.class);
      store.write(kind, name, good);
    }
    assertThat(Repository.open(store, keys.password()).config().id())
        .isEqualTo(keys.repositoryId());
  }

  private void restoresRightOrNotAtAll(String what, FileType kind) throws IOException {
    Path target = folder.resolve("target");
    Files.deleteIfExists(target);
    boolean restored = false;
    try (FileChannel channel =
        FileChannel.open(
            target, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Repository repository = open();
      Snapshot found = new Snapshots(repository).resolve(snapshot);
      new VolumeRestore(repository)
          .run(found, "/s/v.raw", RestoreTarget.of(channel), RestoreListener.NONE);
      restored = true;
    } catch (EngineException e) {
      assertThat(e.getMessage()).as(what).containsPattern("[0-9a-f]{64}");
    }
    if (restored) {
      assertThat(Files.mismatch(target, volume)).as(what).isEqualTo(-1);
      assertThat(kind).as(what).isEqualTo(FileType.PACK);
    }
  }

  private Repository open() {
    return Repository.open(new LocalStore(repo), keys.masterKey());
  }

  private static byte[] damaged(byte[] good, Damage damage, Random random) {
    if (damage == Damage.TRUNCATION) {
      return Arrays.copyOf(good, random.nextInt(good.length));
    }
    byte[] bad = good.clone();
    bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
    return bad;
  }
}
