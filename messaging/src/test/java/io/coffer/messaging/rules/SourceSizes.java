package io.coffer.messaging.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How long Java files are. */
public final class SourceSizes {

  /** No file has more lines than this. */
  public static final int LIMIT = 400;

  /** One file. */
  public record Size(Path file, long lines) {}

  private final List<Size> sizes;

  private SourceSizes(List<Size> sizes) {
    this.sizes = sizes;
  }

  /** The sizes of all files below {@code src} of the modules in these directories. */
  public static SourceSizes of(List<Path> modules) throws IOException {
    List<Size> sizes = new ArrayList<>();
    for (Path module : modules) {
      try (Stream<Path> files = Files.walk(module.resolve("src"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          sizes.add(new Size(file, lines(file)));
        }
      }
    }
    sizes.sort(Comparator.comparingLong(Size::lines));
    return new SourceSizes(sizes);
  }

  /** The files that have more lines. */
  public List<Size> above(int limit) {
    return sizes.stream().filter(size -> size.lines() > limit).toList();
  }

  /** Tells median and ninth decile; what is aimed at is 45 and 150. */
  public void print() {
    if (!sizes.isEmpty()) {
      System.out.printf(
          "%d Java files, lines: median %d, p90 %d, longest %d%n",
          sizes.size(), at(0.5), at(0.9), at(1));
    }
  }

  private long at(double share) {
    return sizes.get((int) Math.ceil(share * sizes.size()) - 1).lines();
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
