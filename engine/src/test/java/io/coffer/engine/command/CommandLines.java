package io.coffer.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded command lines, of what the stock tool and this one both promise. */
final class CommandLines {
  static final List<String> HOSTS = List.of("alpha", "beta", "g\u00e4mma");
  static final List<String> TAGS = List.of("a", "b", "c", "t\u00e4g", "two words");

  private static final List<String> NAMED =
      List.of(
          "",
          "/",
          "/one",
          "/one/../two",
          "/one/deep/./inner",
          "/one/file.c",
          "/two",
          "/two//deep",
          "/two/empty",
          "/two/link",
          "/two/link/deep",
          "/two/link/deep/inner/x.c",
          "/two/a b",
          "/\u00f6/one",
          "/b.txt");

  private final Random random;
  private final List<String> ids;
  private final List<String> paths;

  /**
   * @param ids of the snapshots
   * @param paths that were backed up
   */
  CommandLines(long seed, List<String> ids, List<String> paths) {
    this.random = new Random(seed);
    this.ids = ids;
    this.paths = paths;
  }

  /** Verb, options and words in any order, without the repository. */
  List<String> next() {
    int kind = random.nextInt(10);
    if (kind < 3) {
      return snapshots();
    }
    if (kind < 7) {
      return kind < 6 ? restore() : forget();
    }
    return kind < 9 ? backup() : check();
  }

  /** Paths that overlap, lead through links, come twice or are not there. */
  private List<String> backup() {
    List<String> line = new ArrayList<>(List.of("backup"));
    String source = paths.get(0);
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      String below = random.nextInt(8) == 0 ? "/missing" : pick(NAMED);
      line.add(random.nextInt(line.size()) == 0 ? 1 : line.size(), source + below);
    }
    option(line, "--host", pick(HOSTS));
    for (int count = random.nextInt(3); count > 0; count--) {
      option(line, "--tag", tags());
    }
    if (random.nextInt(3) == 0) {
      option(line, "--time", "2026-02-%02d 10:11:12".formatted(1 + random.nextInt(28)));
    }
    if (random.nextInt(3) == 0) {
      line.add(1, pick(List.of("--force", "-f")));
    }
    return line;
  }

  private List<String> check() {
    return random.nextBoolean() ? List.of("check") : List.of("check", "--read-data");
  }

  /** A number below a limit. */
  int number(int limit) {
    return random.nextInt(limit);
  }

  private List<String> snapshots() {
    List<String> line = new ArrayList<>(List.of("snapshots"));
    if (random.nextInt(3) == 0) {
      line.addAll(List.of(id(), id()));
    } else {
      filters(line);
      if (random.nextInt(4) == 0) {
        line.add("latest");
      }
    }
    return line;
  }

  private List<String> restore() {
    List<String> line = new ArrayList<>(List.of("restore"));
    if (random.nextInt(3) == 0) {
      line.add(random.nextInt(8) == 0 ? "ffffffff" : id());
    } else {
      filters(line);
      line.add("latest");
    }
    List<String> includes =
        random.nextBoolean() ? List.of("--include", "-i") : List.of("--exclude", "-e");
    for (int count = random.nextInt(4); count > 0; count--) {
      option(line, pick(includes), pattern());
    }
    if (random.nextInt(4) == 0) {
      line.add(random.nextInt(line.size()) == 0 ? 1 : line.size(), "--no-lock");
    }
    return line;
  }

  private List<String> forget() {
    List<String> line = new ArrayList<>(List.of("forget"));
    if (random.nextInt(3) == 0) {
      line.add(id());
      line.add(id());
    } else {
      filters(line);
      line.add("latest");
    }
    return line;
  }

  private void filters(List<String> line) {
    for (int count = random.nextInt(3); count > 0; count--) {
      switch (random.nextInt(3)) {
        case 0 -> option(line, "--host", random.nextInt(5) == 0 ? "nobody" : pick(HOSTS));
        case 1 -> option(line, "--tag", tags());
        default -> option(line, "--path", random.nextInt(6) == 0 ? "/none" : pick(paths));
      }
    }
  }

  private String tags() {
    String tag = random.nextInt(6) == 0 ? "none" : pick(TAGS);
    return random.nextInt(3) == 0 ? tag + "," + pick(TAGS) : tag;
  }

  /** The beginning of an id, or all of it. */
  private String id() {
    String id = pick(ids);
    return random.nextBoolean() ? id : id.substring(0, 8 + random.nextInt(20));
  }

  private String pattern() {
    StringBuilder pattern = new StringBuilder(random.nextInt(12) == 0 ? "!" : "");
    if (random.nextBoolean()) {
      pattern.append(pick(paths)).append('/');
    } else if (random.nextInt(3) == 0) {
      pattern.append("/**/");
    }
    for (int parts = random.nextInt(3); parts > 0; parts--) {
      pattern.append(part()).append(pick(List.of("/", "/", "/./", "//")));
    }
    pattern.append(part()).append(random.nextInt(5) == 0 ? "/" : "");
    return pattern.toString();
  }

  private String part() {
    return pick(
        List.of(
            "*",
            "**",
            "?",
            "??.txt",
            "*.txt",
            "*.[ch]",
            "one",
            "t*o",
            "[^a-m]*",
            "\u00f6*",
            "?.c",
            "\u00f6.txt",
            "a b",
            "[a-z]\\.txt",
            "deep",
            "inner",
            "file.*",
            "\\[x\\]",
            ".hidden",
            "link"));
  }

  private void option(List<String> line, String name, String value) {
    if (name.startsWith("--") && random.nextBoolean()) {
      line.add(name + "=" + value);
    } else {
      line.addAll(List.of(name, value));
    }
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
