package io.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.CancelledException;
import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineRun;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.check.Check;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.BusyStore;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Harm;
import io.coffer.engine.store.LargestPack;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.store.StoredTwice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PruneTest {
  private static final Duration NOW = Duration.ZERO;

  @TempDir Path folder;
  private EngineRun engine;
  private Path volume;
  private Path changed;

  @BeforeEach
  void keepTheChangedAndForgetTheFirst() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    volume = SeededVolume.write(folder.resolve("vol"), 24_000_000, 1);
    engine.run("backup", "--volume", volume.toString());
    SeededVolume.damage(volume, 60, 2);
    changed = Files.copy(volume, folder.resolve("changed"));
    engine.run("backup", "--volume", volume.toString());
    List<String> ids =
        new Snapshots(open()).list().stream().map(snapshot -> snapshot.id()).toList();
    assertThat(engine.run("forget", ids.get(0)).code()).isZero();
  }

  @Test
  void packsAnewWhatIsWastedAndKeepsWhatIsUsed() throws IOException {
    long before = open().storedBytes();
    PruneResult result = prune(Duration.ZERO);
    assertThat(result.repackedPacks()).isPositive();
    assertThat(result.deletedPacks()).isGreaterThanOrEqualTo(result.repackedPacks());
    assertThat(open().storedBytes()).isEqualTo(before - result.freedBytes()).isLessThan(before);
    assertThat(prune(Duration.ZERO).freedBytes()).isZero();
    restoresTheChangedVolume();
    engine.restic().check();
  }

  @Test
  void packsAnewAloneInRoundsUntilLittleIsWasted() throws IOException {
    for (int i = 0; i < 3; i++) {
      forgetTheFirstOf(SeededVolume.write(folder.resolve("more" + i), 3_000_000, 10 + i));
    }
    RepackLimits round = new RepackLimits(0, 1);
    PruneResult looked = new Prune(open()).run(new RepackLimits(0, 0));
    assertThat(looked.repackedPacks()).isZero();
    int left = looked.wastefulPacks();
    assertThat(left).isGreaterThan(1);
    while (left > 0) {
      PruneResult result = new Prune(open()).run(round);
      assertThat(result.repackedPacks()).isEqualTo(1);
      assertThat(result.wastefulPacks()).isLessThan(left);
      left = result.wastefulPacks();
    }
    assertThat(open().storedBytes()).isLessThan(neededBytes() * 11 / 10);
    assertThat(new Check(open()).run(true).errors()).isEmpty();
  }

  @Test
  void packsAnewAroundADamagedPack() throws IOException {
    LocalStore store = new LocalStore(engine.repository());
    PruneResult looked = new Prune(open()).run(new RepackLimits(0, 0));
    String largest = LargestPack.damage(store);
    PruneResult result = new Prune(open()).run(new RepackLimits(0, Long.MAX_VALUE));
    assertThat(result.repackedPacks()).isEqualTo(looked.wastefulPacks() - 1);
    assertThat(result.wastefulPacks()).isEqualTo(1);
    assertThat(store.exists(FileType.PACK, largest)).isTrue();
    assertThat(new Check(open()).run(true).errors())
        .allMatch(error -> error.contains("damaged") || error.contains(largest));
  }

  /** Two that save the same at once leave it twice. */
  @ParameterizedTest
  @EnumSource(names = {"LOSS", "TRUNCATION"})
  void keepsWhatLiesInAPackThatIsLostOrCutWhereItIsSound(Harm harm) throws IOException {
    LocalStore store = new LocalStore(engine.repository());
    String before = new Snapshots(open()).resolve("latest").id();
    Set<String> packs = StoredTwice.by(store, this::backUpAgain).get(0);
    assertThat(engine.run("forget", before).code()).isZero();
    packs.forEach(pack -> harm.to(store, pack));
    prune(Duration.ZERO);
    restoresTheChangedVolume();
    assertThat(engine.run("repair", "index").code()).isZero();
    restoresTheChangedVolume();
  }

  private void backUpAgain() {
    assertThat(engine.run("backup", "--volume", "--force", volume.toString()).code()).isZero();
  }

  /** All that is damaged is used in part only, so that it is read. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void packsAnewFromAnotherPlaceWhatADamagedPackHas(int which) throws IOException {
    LocalStore store = new LocalStore(engine.repository());
    List<Set<String>> packs = StoredTwice.by(store, this::backUpAgain);
    for (int i = 0; i < 3; i++) {
      SeededVolume.damage(volume, 4, 20 + i);
      assertThat(engine.run("backup", "--volume", volume.toString()).code()).isZero();
    }
    Files.copy(volume, changed, StandardCopyOption.REPLACE_EXISTING);
    List<Snapshot> all = new Snapshots(open()).list();
    for (Snapshot snapshot : all.subList(0, all.size() - 1)) {
      assertThat(engine.run("forget", snapshot.id()).code()).isZero();
    }
    packs.get(which).forEach(pack -> Harm.FLIP.to(store, pack));
    assertThat(new Prune(open()).run(new RepackLimits(0, Long.MAX_VALUE)).repackedPacks())
        .isPositive();
    restoresTheChangedVolume();
  }

  private void forgetTheFirstOf(Path other) throws IOException {
    engine.run("backup", "--volume", other.toString());
    List<Snapshot> all = new Snapshots(open()).list();
    SeededVolume.damage(other, 10, 3);
    engine.run("backup", "--volume", other.toString());
    engine.run("forget", all.get(all.size() - 1).id());
  }

  /** What a repository with nothing but the kept snapshots takes. */
  private long neededBytes() throws IOException {
    EngineRun fresh = new EngineRun(Files.createDirectory(folder.resolve("fresh")));
    fresh.init();
    for (String name : List.of("vol", "more0", "more1", "more2")) {
      assertThat(fresh.run("backup", "--volume", folder.resolve(name).toString()).code()).isZero();
    }
    return fresh.open().storedBytes();
  }

  /** Else its index would name packs that the next holder deletes, and backups would use them. */
  @Test
  void changesNothingWhenItLearnsLateThatAnotherHasTheRepository() throws IOException {
    engine.run("forget", "latest");
    List<Path> before = files();
    Repository sleeper = open();
    LockRequest request = LockRequest.exclusive("sleeper", NOW).guardedBy(PruneTest::lost);
    try (RepositoryLock lock = RepositoryLock.acquire(sleeper, request)) {
      assertThatThrownBy(() -> new Prune(sleeper).run()).isInstanceOf(CancelledException.class);
    }
    assertThat(files()).isEqualTo(before);
    assertThat(new Prune(open()).run().deletedPacks()).isPositive();
  }

  /** They may be those of a backup that sleeps, and that nobody knows to be one. */
  @Test
  void aCallerThatIsNotSurelyAloneLeavesPacksUntilTheirGraceIsOver() {
    Store store = open().store();
    store.write(FileType.PACK, "ab".repeat(32), new byte[] {1, 2, 3});
    engine.run("forget", "latest");
    int packs = packs();
    PruneResult first = new Prune(open(), Duration.ofHours(1)).run();
    assertThat(first.deletedPacks()).isZero();
    assertThat(first.waitingPacks()).isEqualTo(packs);
    assertThat(new Prune(open(), Duration.ofNanos(1)).run().deletedPacks()).isEqualTo(packs);
    assertThat(packs()).isZero();
  }

  @Test
  void deletesNothingBeforeTheGraceIsOver() throws IOException {
    int packs = packs();
    PruneResult first = prune(Duration.ofHours(1));
    assertThat(first.deletedPacks()).isZero();
    assertThat(first.waitingPacks()).isPositive();
    assertThat(packs()).isGreaterThan(packs);
    assertThat(prune(Duration.ofHours(1)).repackedPacks()).isZero();
    assertThat(prune(Duration.ZERO).deletedPacks()).isEqualTo(first.waitingPacks());
    restoresTheChangedVolume();
  }

  @Test
  void leavesDeletingToTheNextWhileOthersWork() {
    Repository other = open();
    try (RepositoryLock backup = RepositoryLock.acquire(other, LockRequest.shared("other", NOW))) {
      PruneResult result = prune(Duration.ZERO);
      assertThat(result.deletedPacks()).isZero();
      assertThat(result.waitingPacks()).isPositive();
    }
    assertThat(prune(Duration.ZERO).deletedPacks()).isPositive();
  }

  @Test
  void deletesNothingWhenAnIndexIsMissing() throws IOException {
    LocalStore store = new LocalStore(engine.repository());
    String first =
        store.list(FileType.INDEX).stream()
            .max(Comparator.comparingLong(StoredFile::bytes))
            .orElseThrow()
            .name();
    byte[] index = store.read(FileType.INDEX, first);
    store.delete(FileType.INDEX, first);
    List<Path> before = files();
    assertThatThrownBy(() -> prune(Duration.ZERO))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("in no index");
    assertThat(files()).isEqualTo(before);
    store.write(FileType.INDEX, first, index);
    restoresTheChangedVolume();
  }

  @Test
  void takesNoBackupThatEndsMeanwhileForDamage() {
    AtomicInteger seed = new AtomicInteger(100);
    Store store =
        BusyStore.of(
            new LocalStore(engine.repository()), () -> backUpAnother(seed.getAndIncrement()));
    Repository busy = Repository.open(store, engine.password());
    new Prune(busy).run(new PruneRequest(Duration.ofHours(1), 0, "prune-test", NOW));
    assertThat(new Check(busy).run(true).errors()).isEmpty();
    assertThat(seed).hasValueGreaterThan(105);
  }

  @Test
  void theStockToolPrunesToo() {
    engine.restic().run("prune");
    engine.restic().check();
    assertThat(engine.run("check", "--read-data").code()).isZero();
  }

  private void backUpAnother(int seed) {
    try {
      Path other = SeededVolume.write(folder.resolve("other" + seed), 300_000, seed);
      assertThat(engine.run("backup", "--volume", other.toString()).code()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lost() {
    throw new CancelledException();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> below = Files.walk(engine.repository())) {
      return below.sorted().toList();
    }
  }

  private PruneResult prune(Duration grace) {
    return new Prune(open()).run(new PruneRequest(grace, 0, "prune-test", NOW));
  }

  private void restoresTheChangedVolume() throws IOException {
    Path target = folder.resolve("target");
    assertThat(engine.run("restore", "latest", "--target", target.toString()).code()).isZero();
    Path restored = target.resolve(Path.of("/").relativize(volume));
    assertThat(Files.mismatch(restored, changed)).isEqualTo(-1);
  }

  private int packs() {
    return open().store().list(FileType.PACK).size();
  }

  private Repository open() {
    return engine.open();
  }
}
