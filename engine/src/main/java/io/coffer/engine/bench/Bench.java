package io.coffer.engine.bench;

import io.coffer.engine.EngineException;
import io.coffer.engine.bench.Measurements.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Measures the engine beside the stock tool: same data, same machine, in turn. */
public final class Bench {
  /** Of the data. */
  public static final long SEED = 20260101;

  private static final Work INITIAL = new Work("initial backup of a volume", 2.6, 2);
  private static final Work REREAD = new Work("unchanged volume, full re-read", 4, 2);
  private static final Work EXTENTS = new Work("unchanged volume, changed extents at hand", 20, 3);
  private static final Work CHANGED = new Work("1 % changed in 64 KiB pieces", 4, 2);
  private static final Work RESTORE = new Work("restore, hashes verified", 2.7, 1.8);
  private static final Work TREE = new Work("file tree, initial", 2, 1.5);
  private static final Work SAME_TREE = new Work("file tree, unchanged", 3, 1.5);

  private final Path folder;
  private final List<String> engine;
  private final String peer;
  private final long volumeBytes;
  private final int runs;
  private final Consumer<String> out;
  private final Measurements measurements = new Measurements();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param folder for all data, left empty at the end
   * @param engine the command that starts the engine, without the verb
   * @param peer the command of the stock tool
   */
  public Bench(
      Path folder,
      List<String> engine,
      String peer,
      long volumeBytes,
      int runs,
      Consumer<String> out) {
    this.folder = folder;
    this.engine = engine;
    this.peer = peer;
    this.volumeBytes = volumeBytes;
    this.runs = runs;
    this.out = out;
  }

  /**
   * @param withVolume whether a volume is measured
   * @param tree the folder that is copied and backed up as a tree; none to leave that out
   * @return the table and what was noted, in Markdown
   */
  public List<String> run(boolean withVolume, Optional<Path> tree) throws IOException {
    Files.createDirectories(folder);
    Path password = Files.writeString(folder.resolve("password"), "bench");
    Path cache = folder.resolve("cache");
    BenchData data = new BenchData(folder.resolve("volume.raw"));
    if (withVolume) {
      out.accept("making " + volumeBytes / (1 << 20) + " MiB of data");
      data.write(volumeBytes);
    }
    Path copy = folder.resolve("tree");
    if (tree.isPresent()) {
      BenchDisk.copy(tree.get(), copy);
    }
    try (SessionContender resident = new SessionContender(engine, password)) {
      List<Contender> contenders =
          List.of(
              new CommandContender(peer, List.of(peer), password, cache),
              resident,
              new CommandContender("process", engine, password, cache));
      for (int run = 0; run < runs; run++) {
        out.accept("run " + (run + 1) + " of " + runs);
        notes.clear(); // those of the last run tell all
        if (withVolume) {
          volumes(data, contenders, resident);
        }
        if (tree.isPresent()) {
          trees(copy, contenders);
        }
      }
      for (Contender each : contenders) {
        verify(each);
      }
      notes.add("peak resident memory of the engine: " + resident.peakMegabytes() + " MB");
    } finally {
      BenchDisk.delete(folder);
    }
    List<String> lines = new ArrayList<>(measurements.table(peer));
    lines.add("");
    notes.forEach(note -> lines.add("- " + note));
    lines.forEach(out);
    return lines;
  }

  /** The stock tool reads all that was written last. */
  private void verify(Contender contender) throws IOException {
    CommandContender stock =
        new CommandContender(
            peer, List.of(peer), folder.resolve("password"), folder.resolve("cache"));
    stock.open(repository(contender));
    stock.run("check", "--read-data");
    notes.add(
        "`%s check --read-data` of the repository of %s: no error"
            .formatted(peer, contender.name()));
  }

  private void volumes(BenchData data, List<Contender> contenders, SessionContender resident)
      throws IOException {
    String volume = data.volume().toString();
    for (Contender each : contenders) {
      BenchDisk.delete(repository(each));
      each.init(repository(each));
      measure(INITIAL, each, "backup", volume);
      note("repository after the initial backup", each);
      measure(REREAD, each, "backup", "--force", volume);
      if (each.name().equals(peer)) {
        measure(EXTENTS, each, "backup", "--force", volume);
      } else {
        Path extents = data.extents(folder.resolve("extents"));
        measure(EXTENTS, each, "backup", "--changed-extents", extents.toString(), volume);
      }
      if (each == resident) {
        notes.add("changed extents: " + resident.lastAnswer());
      }
    }
    data.change();
    for (Contender each : contenders) {
      long before = BenchDisk.bytes(repository(each));
      measure(CHANGED, each, "backup", volume);
      long growth = BenchDisk.bytes(repository(each)) - before;
      notes.add("growth by 1 % changed, " + each.name() + ": " + growth + " bytes");
      Path target = folder.resolve("target");
      measure(RESTORE, each, "restore", "latest", "--target", target.toString());
      long differs =
          Files.mismatch(data.volume(), target.resolve(Path.of("/").relativize(data.volume())));
      if (differs >= 0) {
        throw new EngineException(each.name() + " restored other bytes from " + differs);
      }
      BenchDisk.delete(target);
    }
  }

  private void trees(Path tree, List<Contender> contenders) throws IOException {
    for (Contender each : contenders) {
      BenchDisk.delete(repository(each));
      each.init(repository(each));
      measure(TREE, each, "backup", tree.toString());
      measure(SAME_TREE, each, "backup", tree.toString());
      note("repository of the tree", each);
    }
  }

  private void measure(Work work, Contender contender, String... words) throws IOException {
    BenchDisk.settle();
    double seconds = contender.run(words);
    measurements.add(work, contender.name(), seconds);
    out.accept("  %-45s %-9s %8.3f s".formatted(work.name(), contender.name(), seconds));
  }

  private void note(String what, Contender contender) throws IOException {
    notes.add(
        what + ", " + contender.name() + ": " + BenchDisk.bytes(repository(contender)) + " bytes");
  }

  private Path repository(Contender contender) {
    return folder.resolve("repo-" + contender.name());
  }
}
