package io.coffer.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.pack.PackEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobIndexTest {
  private static final MasterKey KEY = MasterKey.random(new SecureRandom());

  @TempDir Path folder;
  private final Set<String> indexFiles = new HashSet<>();
  private final Map<BlobId, BlobLocation> expected = new HashMap<>();
  private final List<PackContents> added = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void knowsTheSameInFileAndMemory(long seed) {
    Random random = new Random(seed);
    BlobIndex index = new BlobIndex(cache());
    Set<BlobId> claimed = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      add(index, pack(random, 1 + random.nextInt(80)), random);
      BlobId id = id(random);
      assertThat(index.claim(id)).isTrue();
      claimed.add(id);
      index.settle(500, indexFiles);
    }
    knowsWhatWasAdded(index);
    for (BlobId id : claimed) {
      assertThat(index.contains(id)).isTrue();
      assertThat(index.find(id)).isEmpty();
      assertThat(index.claim(id)).isFalse();
    }
    BlobIndex again = new BlobIndex(cache());
    assertThat(again.begin(indexFiles::containsAll)).isNotEmpty();
    added.forEach(again::add);
    knowsWhatWasAdded(again);
    assertThat(again.contains(id(random))).isFalse();
  }

  @Test
  void tellsEveryPlaceOfABlobUnderOneNumber() {
    Random random = new Random(7);
    BlobIndex index = new BlobIndex(cache());
    PackContents first = pack(random, 100);
    add(index, first, random);
    index.settle(10, indexFiles);
    add(index, new PackContents(id(random), first.blobs()), random);
    index.settle(10, indexFiles);
    add(index, new PackContents(id(random), first.blobs()), random);
    Map<Integer, Integer> places = new HashMap<>();
    index.forEachPlace((blob, pack, length, compressed) -> places.merge(blob, 1, Integer::sum));
    assertThat(places).hasSize(100);
    assertThat(places.values()).containsOnly(3);
    for (PackEntry entry : first.blobs()) {
      assertThat(places).containsKey(index.number(entry.id()));
    }
    for (PackEntry entry : first.blobs()) {
      assertThat(index.places(entry.id()))
          .startsWith(index.find(entry.id()).orElseThrow())
          .containsExactlyInAnyOrderElementsOf(
              added.stream().map(pack -> new BlobLocation(pack.pack(), entry)).toList());
    }
    assertThat(index.places(id(random))).isEmpty();
    BitSet all = new BitSet();
    all.set(0, 3);
    assertThat(index.contents(all)).containsExactlyElementsOf(added);
  }

  @Test
  void keepsNumbersThatSomebodyRemembers() {
    Random random = new Random(8);
    BlobIndex index = new BlobIndex(cache());
    PackContents pack = pack(random, 100);
    add(index, pack, random);
    int number = index.number(pack.blobs().get(50).id());
    index.settle(10, indexFiles);
    assertThat(index.number(pack.blobs().get(50).id())).isEqualTo(number);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void takesNoFileThatSomebodyChanged() throws IOException {
    for (long at : new long[] {5, 48 * 60 + 3, -1}) {
      Path file = sorted();
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
        bytes.seek(at < 0 ? bytes.length() - 40 : at);
        int b = bytes.read();
        bytes.seek(bytes.getFilePointer() - 1);
        bytes.write(b ^ 1);
      }
      assertThat(new BlobIndex(cache()).begin(names -> true)).isEmpty();
      assertThat(file).doesNotExist();
    }
    Path cut = sorted();
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 3000));
    assertThat(new BlobIndex(cache()).begin(names -> true)).isEmpty();
    sorted();
    MasterKey other = MasterKey.random(new SecureRandom());
    assertThat(new BlobIndex(new IndexCache(folder, other)).begin(names -> true)).isEmpty();
  }

  @Test
  void takesNoFileThatKnowsMoreThanTheRepository() throws IOException {
    sorted();
    assertThat(new BlobIndex(cache()).begin(names -> false)).isEmpty();
  }

  @Test
  void saysWhereItCannotKeepWhatIsTooLarge() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    IndexCache nowhere = new IndexCache(file.resolve("below"), KEY);
    assertThatThrownBy(
            () -> nowhere.keep(List.<BlobRecord>of().iterator(), 10_000_000, List.of(), Set.of()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("10000000 blobs")
        .hasMessageContaining(file.toString())
        .hasMessageContaining("COFFER_CACHE_DIR");
    BlobIndex index = new BlobIndex(nowhere);
    Random random = new Random(9);
    add(index, pack(random, 100), random);
    index.settle(10, indexFiles);
    knowsWhatWasAdded(index);
  }

  private Path sorted() throws IOException {
    Random random = new Random(6);
    BlobIndex index = new BlobIndex(cache());
    add(index, pack(random, 100), random);
    index.settle(10, indexFiles);
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private void add(BlobIndex index, PackContents pack, Random random) {
    index.add(pack);
    added.add(pack);
    indexFiles.add(id(random).hex());
    pack.blobs()
        .forEach(entry -> expected.putIfAbsent(entry.id(), new BlobLocation(pack.pack(), entry)));
  }

  private void knowsWhatWasAdded(BlobIndex index) {
    expected.forEach(
        (id, location) -> {
          assertThat(index.contains(id)).isTrue();
          assertThat(index.find(id)).contains(location);
        });
    assertThat(index.packs()).hasSize(added.size());
  }

  private IndexCache cache() {
    return new IndexCache(folder, KEY);
  }

  private static PackContents pack(Random random, int blobs) {
    List<PackEntry> entries = new ArrayList<>();
    long offset = 0;
    for (int i = 0; i < blobs; i++) {
      int length = 33 + random.nextInt(1000);
      BlobType type = random.nextBoolean() ? BlobType.DATA : BlobType.TREE;
      entries.add(new PackEntry(type, id(random), offset, length, random.nextInt(3) * 1000));
      offset += length;
    }
    return new PackContents(id(random), entries);
  }

  private static BlobId id(Random random) {
    return new BlobId(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }
}
