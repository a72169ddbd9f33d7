package io.coffer.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.LockedException;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupRequest;
import io.coffer.engine.backup.BackupResult;
import io.coffer.engine.backup.SmallFile;
import io.coffer.engine.backup.VolumeBackup;
import io.coffer.engine.check.Check;
import io.coffer.engine.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others remove between a listing and the reading of what it named is no damage. */
class VanishingFilesTest {
  @TempDir Path folder;
  private RepositoryKeys keys;
  private LocalStore quiet;
  private final List<Runnable> others = new ArrayList<>();

  @BeforeEach
  void create() {
    keys = RepositoryKeys.generate();
    quiet = new LocalStore(folder.resolve("repo"));
    Repository.create(quiet, keys);
  }

  @Test
  void aSnapshotForgottenMeanwhileIsLeftOut() {
    String gone = backUp("a");
    String stays = backUp("b");
    others.add(() -> new Snapshots(open(quiet)).forget(List.of(gone)));
    Repository busy = busy();
    assertThat(new Snapshots(busy).list()).extracting(Snapshot::id).containsExactly(stays);
    assertThat(busy.files().unusable()).isEmpty();
  }

  @Test
  void aSnapshotWrittenAnewMeanwhileIsFoundUnderItsNewName() {
    String old = backUp("a");
    String[] renamed = new String[1];
    others.add(
        () -> {
          Snapshots snapshots = new Snapshots(open(quiet));
          Snapshot now = snapshots.resolve(old);
          renamed[0] =
              snapshots
                  .save(
                      new Snapshot(
                          "",
                          now.time(),
                          now.parent(),
                          now.tree(),
                          now.paths(),
                          now.hostname(),
                          now.username(),
                          List.of("new tag")))
                  .name();
          snapshots.forget(List.of(old));
        });
    List<Snapshot> found = new Snapshots(busy()).withTag("new tag");
    assertThat(found).extracting(Snapshot::id).containsExactly(renamed[0]);
  }

  @Test
  void aLockWrittenAnewMeanwhileStillCounts() {
    LockRequest alone = LockRequest.exclusive("other", Duration.ZERO);
    List<RepositoryLock> held = new ArrayList<>();
    held.add(RepositoryLock.acquire(open(quiet), alone));
    others.add(
        () -> {
          RepositoryLock.remove(open(quiet), held.get(0).id()); // as a refresh does, at the end
          held.add(RepositoryLock.acquire(open(quiet), alone));
        });
    assertThatThrownBy(
            () -> RepositoryLock.acquire(busy(), LockRequest.shared("us", Duration.ZERO)))
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("an exclusive lock of")
        .hasMessageContaining("other");
    held.forEach(RepositoryLock::close);
  }

  @Test
  void anIndexReplacedMeanwhileIsReadUnderItsNewName() {
    backUp("a");
    others.add(this::replaceIndexes);
    Repository busy = busy();
    busy.refresh();
    assertThat(busy.index().size()).isPositive();
    others.add(this::replaceIndexes);
    busy.refresh();
    assertThat(busy.index().size()).isPositive();
    assertThat(busy.files().unusable()).isEmpty();
  }

  @Test
  void checkFindsNoErrorWhileOthersForgetAndReplaceIndexes() {
    for (int i = 0; i < 5; i++) {
      String id = backUp("content " + i);
      others.add(() -> new Snapshots(open(quiet)).forget(List.of(id)));
      others.add(this::replaceIndexes);
    }
    backUp("last");
    assertThat(new Check(busy()).run(true).errors()).isEmpty();
  }

  @Test
  void aSweepWalksOverWhatVanishesAndLeavesWhatIsNotItsOwn() throws IOException {
    Path data = Files.createDirectories(folder.resolve("repo/data/ab"));
    Path dead = Files.createFile(data.resolve("ab".repeat(32) + "-tmp-1"));
    Path strange = Files.createFile(data.resolve("my-tmp-notes"));
    Thread other =
        new Thread(
            () -> {
              for (int i = 0; i < 200; i++) {
                quiet.write(FileType.LOCK, "%064x".formatted(i), new byte[1]);
                quiet.delete(FileType.LOCK, "%064x".formatted(i));
              }
            });
    other.start();
    while (other.isAlive()) {
      quiet.sweepTemporary(Duration.ofHours(1));
      quiet.list(FileType.LOCK);
    }
    assertThat(dead).exists();
    quiet.sweepTemporary(Duration.ZERO);
    assertThat(dead).doesNotExist();
    assertThat(strange).exists();
  }

  private String backUp(String content) {
    BackupResult result =
        new VolumeBackup(open(quiet))
            .run(
                new BackupRequest(
                    List.of(),
                    List.of(new SmallFile("/f", content.getBytes())),
                    "coffer",
                    List.of(),
                    OffsetDateTime.now(),
                    Optional.empty()),
                BackupListener.NONE);
    return result.snapshotId();
  }

  private void replaceIndexes() {
    Repository repository = open(quiet);
    List<String> old = quiet.list(FileType.INDEX).stream().map(Store.StoredFile::name).toList();
    old.forEach(name -> repository.saveIndex(repository.loadIndex(name)));
    old.forEach(name -> quiet.delete(FileType.INDEX, name));
  }

  private Repository open(Store store) {
    return Repository.open(store, keys.masterKey());
  }

  /** In which one of the others acts after each listing. */
  private Repository busy() {
    return open(
        BusyStore.of(
            quiet,
            () -> {
              if (!others.isEmpty()) {
                others.remove(0).run();
              }
            }));
  }
}
