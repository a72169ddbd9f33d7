package io.coffer.engine.backup;

import io.coffer.engine.Cause;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.SourceException;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Paths as somebody typed them, found as the kernel finds them: links before the last name are
 * followed, the last one is not unless a slash or a dot stands behind it.
 *
 * @param present absolute; one that ends in a dot means what a link leads to
 * @param missing what is not there, each with its cause
 */
public record NamedPaths(List<Path> present, List<String> missing) {

  /** Finds one path, or tells why not. */
  interface Look {
    Path at(String raw) throws IOException;
  }

  /**
   * @param typed from the root, one char per byte
   * @throws NotFoundException if none of them is there
   */
  public static NamedPaths find(List<String> typed) {
    return find(typed, NamedPaths::look, BlockSource.USUAL_PATIENCE);
  }

  /**
   * @param patience after which a path counts as one that cannot be reached
   */
  static NamedPaths find(List<String> typed, Look look, Duration patience) {
    List<Path> present = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    while (next.get() < typed.size()) {
      SourceCalls calls = new SourceCalls(patience);
      Runnable others =
          () -> {
            for (int i = next.get(); i < typed.size(); i = next.incrementAndGet()) {
              find(typed.get(i), look, calls, present, missing);
            }
          };
      try {
        WatchedPool.run(ForkJoinTask.adapt(others), 1, calls);
      } catch (SourceException e) {
        missing.add(e.getMessage());
        next.incrementAndGet();
      }
    }
    if (present.isEmpty()) {
      throw new NotFoundException("nothing to back up: " + String.join("; ", missing));
    }
    return new NamedPaths(List.copyOf(present), List.copyOf(missing));
  }

  private static void find(
      String raw, Look look, SourceCalls calls, List<Path> present, List<String> missing) {
    try {
      present.add(calls.ask(RawPath.of(raw), null, () -> look.at(raw)));
    } catch (IOException e) {
      missing.add(RawPath.text(raw) + ": " + Cause.of(e));
    } catch (IllegalArgumentException e) {
      missing.add(RawPath.text(raw) + ": no file can have this name");
    }
  }

  private static Path look(String raw) throws IOException {
    Path path = straight(raw);
    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return path;
  }

  /** The paths by which a snapshot is known. */
  public static List<Path> plain(List<Path> paths) {
    return paths.stream().map(Path::normalize).distinct().toList();
  }

  /** Without dots, but for one behind a link; dots behind what is not there stay. */
  private static Path straight(String raw) {
    Path whole = RawPath.of(raw);
    if (!raw.contains("/.") && !raw.endsWith("/")) {
      return whole; // as most are
    }
    Path path = whole.getRoot();
    boolean follow = raw.endsWith("/");
    for (int i = 0; i < whole.getNameCount(); i++) {
      Path part = whole.getName(i);
      follow |= i == whole.getNameCount() - 1 && (part.endsWith(".") || part.endsWith(".."));
      if (part.endsWith("..")) {
        if (!Files.isDirectory(path)) {
          return path.resolve(whole.subpath(i, whole.getNameCount()));
        }
        path = parent(path);
      } else if (!part.endsWith(".")) {
        path = path.resolve(part);
      }
    }
    return follow && needsDot(path) ? path.resolve(".") : path;
  }

  /** What two dots lead to: behind a link, out of the folder that it leads to. */
  private static Path parent(Path folder) {
    try {
      Path real = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
      return real.getParent() == null ? real : real.getParent();
    } catch (IOException e) {
      return folder.resolve("..");
    }
  }

  /** A folder is the same with and without; a file is not there when it should be a folder. */
  private static boolean needsDot(Path path) {
    return !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
